/** What only moderators read over HTTP: people as the tables hold them, the record of an amphitheatre, the journal of a session. */
import { expect } from 'chai';
import type { RecordedActs } from '../../api/desk-answers.ts';
import type { Fact } from '../../machines/session/facts.ts';
import type { DeskRow } from '../../machines/wire/frames.ts';
import { runningApi } from './support/running-api.ts';
import type { RunningApi, Visitor } from './support/running-api.ts';
import { seed } from './support/seed.ts';
import type { Seeded } from './support/seed.ts';

describe('what moderators read', () => {
  let api: RunningApi;
  let moderator: Visitor;
  let seeded: Seeded;
  beforeEach(async () => {
    api = await runningApi();
    moderator = await api.signedIn({ realm: 'moderator', email: 'm@exemple.fr', name: 'Marc Ollivier' });
    seeded = await seed(api.database.sql);
  });
  afterEach(() => api.close('madeUp'));

  describe('of people before their session begins', () => {
    const people = () => moderator.get(`/api/desk/amphitheatres/${seeded.amphitheatre}/people`);

    it('is their status, their planned absence with its reason, and whether somebody else chooses', async () => {
      const [first = ''] = seeded.people;
      await moderator.send('PUT', `/api/desk/people/${first}/planned-absence`, { reason: 'congé' });
      await moderator.send('PUT', `/api/desk/people/${first}/status`, {
        status: 'supernumeraryValidating',
        reason: 'x',
      });
      const read = JSON.parse((await people()).text) as unknown[];
      expect(read).to.have.length(4);
      expect(read[0]).to.deep.equal({
        person: first,
        status: 'supernumeraryValidating',
        mandate: false,
        plannedAbsence: 'congé',
        extraTurnMs: 0,
        extraTurnReason: null,
        connectedSince: null,
      });
      expect(read[1]).to.include({ status: 'classic', plannedAbsence: null });
    });

    it('is nobody else’s to read', async () => {
      const intern = await api.signedIn({
        realm: 'intern',
        email: 'i@exemple.fr',
        person: seeded.people[0] ?? '',
      });
      const path = `/api/desk/amphitheatres/${seeded.amphitheatre}/people`;
      for (const reader of [intern, api.visitor()]) expect((await reader.get(path)).status).to.equal(401);
      expect((await intern.get(`/api/desk/sessions/${seeded.session}/journal`)).status).to.equal(401);
      expect((await intern.get(`/api/desk/amphitheatres/${seeded.amphitheatre}/acts`)).status).to.equal(401);
    });
  });

  it('is asked for by numbers that the database has: others are refused at the door', async () => {
    const beyond = 3_000_000_000;
    for (const path of [`amphitheatres/${beyond}/people`, `sessions/${beyond}/journal`])
      expect((await moderator.get(`/api/desk/${path}`)).body, path).to.include({ code: 'INVALID_INPUT' });
  });

  it('[D5] is the record of an amphitheatre, newest first, with who and why', async () => {
    const [first = ''] = seeded.people;
    const of = { person: null, status: null, post: null, blocked: null, seconds: null, reason: null };
    await api.database.sql(
      `insert into amphitheatre_act (amphitheatre_id, act, detail) values (?::int, 'import', '{"blocked": 3}')`,
      [seeded.amphitheatre],
    );
    await moderator.send('PUT', `/api/desk/people/${first}/extra-turn`, {
      seconds: 60,
      on: 0,
      reason: 'Lecture',
    });
    await moderator.send('PUT', `/api/desk/people/${first}/planned-absence`, { reason: 'congé' });
    await moderator.send('PUT', `/api/desk/posts/${seeded.posts[0]}/blocked`, {
      blocked: true,
      reason: 'Poste retiré',
    });
    const read = await moderator.get(`/api/desk/amphitheatres/${seeded.amphitheatre}/acts`);
    const { total, acts } = JSON.parse(read.text) as RecordedActs;
    expect(total).to.equal(4);
    const who = 'Marc Ollivier';
    expect(acts.map(({ id: _id, at: _at, ...act }) => act)).to.deep.equal([
      { ...of, who, act: 'setPost', post: seeded.posts[0], blocked: true, reason: 'Poste retiré' },
      { ...of, who, act: 'excuse', person: first, reason: 'congé' },
      { ...of, who, act: 'extraTurn', person: first, seconds: 60, reason: 'Lecture' },
      { ...of, who: 'Serveur', act: 'import' },
    ]);
  });

  describe('of the journal', () => {
    const presence: Fact = { kind: 'presence', person: 'p' as never, connected: true, at: 1 };
    const resumed: Fact = { kind: 'resumed', at: 1 };
    const row = async (seq: number, facts: readonly unknown[], who: unknown, text: string | null = null) => {
      await api.database.sql(
        `insert into journal (session_id, seq, amphitheatre_id, at, who, command, facts, rules, hash)
        values (?::int, ?::bigint, ?::int, 1, ?::jsonb, '{"type":"resume"}', ?::jsonb, 1, 'x')`,
        [seeded.session, seq, seeded.amphitheatre, JSON.stringify(who), JSON.stringify(facts)],
      );
      if (text === null) return;
      await api.database.sql(
        `insert into journal_private (session_id, seq, salt, text) values (?::int, ?::bigint, 'x', ?)`,
        [seeded.session, seq, text],
      );
    };
    const read = async (query: string): Promise<{ rows: DeskRow[]; before: number | null }> =>
      JSON.parse((await moderator.get(`/api/desk/sessions/${seeded.session}/journal?${query}`)).text);
    const system = { realm: 'system', part: 'clock' };

    it('comes newest first, a page at a time, to its first row', async () => {
      for (const seq of [1, 2, 3, 4, 5]) await row(seq, [resumed], system);
      const last = await read('size=2');
      expect(last.rows.map(({ seq }) => seq)).to.deep.equal([5, 4]);
      expect(last.before).to.equal(4);
      const middle = await read('size=2&before=4');
      expect(middle.rows.map(({ seq }) => seq)).to.deep.equal([3, 2]);
      expect(await read('size=2&before=2')).to.deep.include({ before: null });
    });

    it('leaves out rows of presence alone unless they are asked for', async () => {
      await row(1, [resumed], system);
      await row(2, [presence], { realm: 'intern', account: 1 });
      await row(3, [presence, resumed], system);
      expect((await read('')).rows.map(({ seq }) => seq)).to.deep.equal([3, 1]);
      expect((await read('presence=1')).rows.map(({ seq, who }) => [seq, who])).to.deep.equal([
        [3, 'Serveur'],
        [2, 'Interne'],
        [1, 'Serveur'],
      ]);
    });

    it('names the moderator and holds the reason, and reads on without it after a purge', async () => {
      const [account] = await api.database.sql<{ id: number }>('select id from account');
      const excused = [{ kind: 'excused', person: 'p', reason: { sealed: 0 } }];
      const who = { realm: 'moderator', account: account?.id };
      await row(1, excused, who, '["congé"]');
      await row(2, excused, who);
      const [purged, whole] = (await read('')).rows;
      expect(whole).to.deep.include({
        who: 'Marc Ollivier',
        command: 'resume',
        facts: [{ kind: 'excused', person: 'p', reason: { sealed: 'congé' } }],
      });
      expect(purged?.facts).to.deep.equal([{ kind: 'excused', person: 'p', reason: { sealed: null } }]);
    });

    it('holds what was said, added and read, each with its text', async () => {
      const message = { kind: 'message', to: null, at: 1, text: { sealed: 0 } };
      await row(1, [message], system, '["La session reprend à 10 h."]');
      await row(2, [{ kind: 'phoneRead', person: 'p' }], system);
      const added = {
        kind: 'postsAdded',
        posts: [{ post: 1, line: 1 }],
        edition: 2,
        at: 1,
        reason: { sealed: 0 },
      };
      await row(3, [added], system, '["Poste ouvert"]');
      expect((await read('')).rows.map(({ facts }) => facts)).to.deep.equal([
        [{ ...added, reason: { sealed: 'Poste ouvert' } }],
        [{ kind: 'phoneRead', person: 'p' }],
        [{ ...message, text: { sealed: 'La session reprend à 10 h.' } }],
      ]);
    });
  });
});
