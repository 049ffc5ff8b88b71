/** Every answer that can be read over HTTP, route by route from the API's own description, as the public, an intern and a holder (domain §8). */
import { expect } from 'chai';
import { hashPassword } from '../../../api/sign-in/passwords.ts';
import { readPdf } from '../../api/support/pdf-reader.ts';
import { PASSWORD, runningApi } from '../../api/support/running-api.ts';
import type { Answer, RunningApi, Visitor } from '../../api/support/running-api.ts';
import { runningWorker } from '../../api/support/worker.ts';
import type { RunningWorker } from '../../api/support/worker.ts';
import { SECRET, withoutOwn } from './plant.ts';
import { HOLDER_EMAIL, playEverything, THEIRS, TO_THE_FOURTH } from './whole-play.ts';
import type { Played } from './whole-play.ts';

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The mailbox stands open in development alone; the description is of routes. */
const DEVELOPMENT = /^\/(dev\/|openapi\.json)/;
/** Lists to print and for a spreadsheet: what their columns are is [K4], [K5]. */
const DOCUMENT = /^\/documents\/.*\/(?:pdf|csv)$/;
const emailOf = (order: number): string => `${SECRET}-interne${order}@stage.example`;

const PRIVATE = new RegExp(
  `${SECRET}|1901|@stage|INE\\d|supernumerary|notConnected|timeRanOut|byModerator`,
  'u',
);

/** The names of the UFR that are known, of nobody: here each happens to be one person's. */
const UFR_TO_PICK_FROM = /"faculties":\[[^\]]*\]/u;

/** Of anybody: a secret, or a day of birth. */
const FOREIGN = new RegExp(`${SECRET}|1901`, 'u');

describe('privacy: pages', () => {
  let played: Played;
  let api: RunningApi;
  let worker: RunningWorker;
  let addresses: readonly string[];
  before(async () => {
    played = await playEverything();
    const { theatre } = played;
    const { database, stage } = theatre;
    await database.sql('update account set password_hash = ?', [await hashPassword(PASSWORD)]);
    api = await runningApi({ database });
    worker = await runningWorker(database);
    const description = JSON.parse((await api.visitor().get('/api/openapi.json')).text) as Described;
    const values: Readonly<Record<string, readonly unknown[]>> = {
      id: [stage.amphitheatre],
      amphitheatre: [stage.amphitheatre],
      semester: (await database.sql<{ code: string }>('select code from semester')).map(({ code }) => code),
      format: ['pdf', 'csv'],
      session: [stage.session],
      edition: [1, 2, 3, 4],
      person: [theatre.person(1), theatre.person(4)],
      post: [stage.posts[0]],
      mail: [1],
      finess: (await database.sql<{ finess: string }>('select finess from establishment')).map(
        ({ finess }) => finess,
      ),
    };
    addresses = Object.entries(description.paths)
      .filter(([, methods]) => 'get' in methods)
      .flatMap(([path]) => filledIn(path, values));
  });
  after(async () => {
    await worker.close();
    await api.close();
    await played.theatre.close();
  });

  const signIn = async (realm: 'intern' | 'mandatary', email: string): Promise<Visitor> => {
    const visitor = api.visitor();
    const answer = await visitor.send('POST', '/api/login', { realm, email, password: PASSWORD });
    expect(answer.status, answer.text).to.equal(200);
    return visitor;
  };
  /** The pages that are there; whatever else is answered must hold no secret. */
  const readAll = async (visitor: Visitor): Promise<ReadonlyMap<string, string>> => {
    const read = new Map<string, string>();
    for (const address of addresses) {
      const answer = await visitor.get(`/api${address}`);
      const { status } = answer;
      const text = readable(answer);
      if (status === 200 && !DEVELOPMENT.test(address)) read.set(address, text);
      else if (status !== 200) expect(text, address).not.to.match(FOREIGN);
    }
    return read;
  };

  it('[V17] were looked at with a secret in each column of what is somebody’s', () => {
    expect(played.planted).to.include.members([
      'intern.birth_name',
      'mandate.phone',
      'planned_absence.reason',
      'roster_entry.email',
      'roster_entry.faculty',
      'roster_entry.phone',
    ]);
  });

  it('[V17] the public’s hold no e-mail, telephone, INE, status or reason of anybody', async () => {
    const pages = await readAll(api.visitor());
    expect([...pages.keys()]).to.include.members([
      '/amphitheatres',
      '/assignments',
      '/adequacy',
      '/establishments',
      `/amphitheatres/${played.theatre.stage.amphitheatre}/call-list`,
      `/documents/call-list/${played.theatre.stage.amphitheatre}/pdf`,
      '/documents/assignments/csv',
    ]);
    expect([...pages.keys()].some(address => address.startsWith('/establishments/'))).to.equal(true);
    for (const [address, text] of pages) expect(text, address).not.to.match(PRIVATE);
  });

  it('[V17] the public’s name no person and post together', async () => {
    for (const [address, text] of await readAll(api.visitor()))
      if (!DOCUMENT.test(address)) expect(together(JSON.parse(text)), address).to.deep.equal([]);
  });

  // Chose, gave a mandate, was chosen for, was late, has a planned absence.
  for (const order of [1, 3, 4, 5, 9])
    it(`[V18] an intern’s hold nothing private but this intern’s own: n° ${order}`, async () => {
      const pages = await readAll(await signIn('intern', emailOf(order)));
      if (order === 4) expect(pages.get('/me/notifications')).to.contain(TO_THE_FOURTH);
      const own = [emailOf(order), `${SECRET}-INE${order}`, ...(THEIRS[order] ?? [])];
      for (const [address, text] of pages) {
        const read = address === '/me/profile' ? text.replace(UFR_TO_PICK_FROM, '') : text;
        expect(withoutOwn(read, played.theatre.person(order), own), address).not.to.match(FOREIGN);
      }
    });

  it('[V19] a holder’s hold nothing of the profile of the intern', async () => {
    for (const [address, text] of await readAll(await signIn('mandatary', HOLDER_EMAIL))) {
      const own = `${SECRET}-mandate.phone-${played.theatre.person(3)}`; // the holder's
      expect(text.replaceAll(HOLDER_EMAIL, '').replaceAll(own, ''), address).not.to.match(FOREIGN);
    }
  });

  it('[V20] the moderators’ are closed to everybody else', async () => {
    const desk = addresses.filter(address => address.startsWith('/desk/'));
    expect(desk.length).to.be.greaterThan(4);
    for (const visitor of [api.visitor(), await signIn('intern', emailOf(4))])
      for (const address of desk)
        expect((await visitor.get(`/api${address}`)).status, address).to.be.oneOf([401, 403]);
  });
});

/** What somebody reads in the answer, in a PDF too. */
const readable = ({ bytes, headers, text }: Answer): string =>
  headers.get('content-type') === 'application/pdf' ? readPdf(bytes).pages.join('\n') : text;

function filledIn(path: string, values: Readonly<Record<string, readonly unknown[]>>): readonly string[] {
  const name = /\{(\w+)\}/.exec(path)?.[1];
  if (name === undefined) return [path];
  const known = values[name];
  if (!known) throw new Error(`${path}: what is a {${name}} here?`);
  return known.flatMap(value => filledIn(path.replace(`{${name}}`, String(value)), values));
}

function together(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const both = 'person' in value && ('post' in value || 'posts' in value) ? [JSON.stringify(value)] : [];
  return [...both, ...Object.values(value).flatMap(together)];
}
