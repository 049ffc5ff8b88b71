/** What the routes answer has the shape that `/api/openapi.json` tells and the client's types say, and nothing more. */
import { expect } from 'chai';
import type { ZodType } from 'zod';
import * as answers from '../../api/answers.ts';
import * as deskAnswers from '../../api/desk-answers.ts';
import * as offerAnswers from '../../api/offer/answers.ts';
import { DEMO_PASSWORD, makeDemoAccounts } from '../../api/demo-accounts.ts';
import { runningApi } from './support/running-api.ts';
import type { RunningApi, Visitor } from './support/running-api.ts';
import { seed } from './support/seed.ts';
import type { Seeded } from './support/seed.ts';

interface Operation {
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

/** Told otherwise: a document and an event are files, the mail's page is HTML, the description is this very one. */
const NOT_JSON_OF_OURS = [
  'get /desk/documents/assignments/{format}',
  'get /dev/mails/{id}/html',
  'get /documents/assignments/{format}',
  'get /documents/offer/{format}',
  'get /documents/call-list/{amphitheatre}/{format}',
  'get /documents/certificates/{semester}',
  'get /me/session.ics',
  'get /openapi.json',
  'post /establishment-list/{format}',
];

describe('answers', () => {
  let api: RunningApi;
  let seeded: Seeded;
  let moderator: Visitor;
  beforeEach(async () => {
    api = await runningApi();
    seeded = await seed(api.database.sql);
    await makeDemoAccounts(api.database, seeded);
    moderator = api.visitor();
    const signedIn = await moderator.send('POST', '/api/login', {
      realm: 'moderator',
      email: 'gestion@demo.example',
      password: DEMO_PASSWORD,
    });
    hasShape(answers.signedIn, signedIn.text);
  });
  afterEach(() => api.close());

  const hasShape = (shape: ZodType, text: string): void => {
    const { error } = shape.safeParse(JSON.parse(text));
    expect(error?.issues, text).to.equal(undefined);
  };

  it('have the shape that the client’s types are made from', async () => {
    await moderator.send('POST', `/api/desk/amphitheatres/${seeded.amphitheatre}/publish`);
    await api.database.sql(
      `insert into assignment (semester_id, roster_entry_id, post_id, session_id, seq, status, made_by, at)
      select semester_id, id, (select min(id) from post), ?::int, 1, 'classic', 'intern', now() from roster_entry limit 1`,
      [seeded.session],
    );
    await api.database.sql(
      `insert into dev_mail (message_id, recipient, subject, body_text, body_html) values ('1@x', 'a@b', 's', 't', 'h')`,
    );
    const [mail] = await api.database.sql<{ id: number }>('select id from dev_mail');
    const asked: readonly (readonly [string, ZodType])[] = [
      ['/settings', answers.settings],
      ['/me', answers.me],
      ['/amphitheatres', answers.amphitheatres],
      ['/amphitheatres?all=1', answers.amphitheatres],
      [`/amphitheatres/${seeded.amphitheatre}/directory/1`, offerAnswers.directory],
      ['/offer', offerAnswers.publicOffer],
      ['/offer/state', offerAnswers.offerState],
      ['/assignments', answers.assignments],
      [`/desk/amphitheatres/${seeded.amphitheatre}/people`, answers.roster],
      [`/desk/sessions/${seeded.session}/journal`, answers.journalPage],
      [`/desk/amphitheatres/${seeded.amphitheatre}/acts`, deskAnswers.recordedActs],
      [`/desk/amphitheatres/${seeded.amphitheatre}/left`, deskAnswers.left],
      [`/desk/amphitheatres/${seeded.amphitheatre}/unlisted`, deskAnswers.unlisted],
      [`/desk/amphitheatres/${seeded.amphitheatre}/settings`, deskAnswers.sessionSettings],
      ['/desk/day?date=2027-03-22', deskAnswers.day],
      ['/dev/mails', answers.devMails],
      [`/dev/mails/${mail?.id}`, answers.wholeDevMail],
    ];
    for (const [path, shape] of asked) hasShape(shape, (await moderator.get(`/api${path}`)).text);
    const list = JSON.parse((await moderator.get('/api/assignments')).text) as answers.AssignmentPage;
    expect(list.items).to.have.length(1);
    hasShape(answers.ticket, (await moderator.send('POST', '/api/ticket', { realm: 'public' })).text);
    const phoned = await moderator.send('POST', `/api/desk/people/${seeded.people[1]}/phone`, {});
    hasShape(deskAnswers.phones, phoned.text);
    const paused = await moderator.send('POST', '/api/desk/pause-all', { reason: 'motif' });
    hasShape(deskAnswers.sessionOutcomes, paused.text);
    const cut = { perSession: 2, first: '2027-03-22T09:00' };
    const act = await moderator.send('POST', `/api/desk/amphitheatres/${seeded.amphitheatre}/cut`, cut);
    hasShape(answers.done, act.text);
  });

  it('are told by the API’s own description, route by route', async () => {
    const { body } = await moderator.get('/api/openapi.json');
    const paths = body['paths'] as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    const told = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { responses = {} }]) => ({
        route: `${method} ${path}`,
        told: responses['204'] !== undefined || responses['200']?.content?.['application/json'] !== undefined,
      })),
    );
    const untold = told.filter(operation => !operation.told).map(({ route }) => route);
    expect(untold.filter(route => !NOT_JSON_OF_OURS.includes(route))).to.deep.equal([]);
    expect(told.length).to.be.above(NOT_JSON_OF_OURS.length);
    expect(JSON.stringify(paths['/assignments'])).to.include('"callOrder"').and.not.include('"post"');
  });
});
