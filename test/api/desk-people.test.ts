/** A person's telephone, longer turn and status, asked over HTTP while a session is live and while none is. */
import { expect } from 'chai';
import { stageHolder } from '../session-server/support/stage.ts';
import { eventually } from '../support/eventually.ts';
import { liveApi } from './support/live-api.ts';
import type { LiveApi } from './support/live-api.ts';
import type { Answer } from './support/running-api.ts';

describe('what moderators read and set of a person', () => {
  let house: LiveApi;
  const given = async (...wanted: Parameters<typeof liveApi>): Promise<void> => {
    house = await liveApi(...wanted);
    await house.sql(`update roster_entry set phone = '06 00 00 00 0' || national_rank`);
  };
  afterEach(() => house.close());

  const person = (order: number): string => house.theatre.person(order);
  const phone = (order: number) => house.desk.send('POST', `/api/desk/people/${person(order)}/phone`, {});
  /** Decided on what it is now. */
  const lengthen = async (order: number, seconds: number, reason = 'Aménagement du temps') => {
    const [now] = await house.sql<{ on: number }>(
      'select extra_turn_ms / 1000 as on from roster_entry where person = ?',
      [person(order)],
    );
    return await house.desk.send('PUT', `/api/desk/people/${person(order)}/extra-turn`, {
      seconds,
      on: now?.on,
      reason,
    });
  };

  describe('the telephone', () => {
    it('[D10] is told once the live session’s journal says who reads it', async () => {
      await given();
      await house.start();
      const answer = await phone(2);
      expect(answer.body).to.deep.equal({
        phones: [{ whose: 'intern', name: 'Camille NOM2', phone: '06 00 00 00 02' }],
      });
      expect(answer.headers.get('cache-control')).to.equal('no-store');
      const rows = await house.sql(
        `select command, who ->> 'realm' as realm from journal where command ->> 'type' = 'readPhone'`,
      );
      expect(rows).to.have.length(1);
      expect(rows[0]).to.have.nested.property('command.person', person(2));
      const written = await house.sql<{ all: string }>(
        `select coalesce(string_agg(journal::text, ''), '') || coalesce((select string_agg(text, '') from journal_private), '') as all from journal`,
      );
      expect(written[0]?.all, 'the number is in no record').not.to.include('00 00 02');
    });

    it('[D10] is told before the session too, and the amphitheatre’s record says who read it', async () => {
      await given();
      const [{ pub } = { pub: -1 }] = await house.sql<{ pub: number }>('select pub from amphitheatre');
      expect((await phone(1)).status).to.equal(200);
      expect(await house.sql('select act, detail from amphitheatre_act')).to.deep.equal([
        { act: 'readPhone', detail: { person: person(1) } },
      ]);
      expect(await house.sql('select pub from amphitheatre'), 'watchers see no change').to.deep.equal([
        { pub },
      ]);
    });

    it('[D10] of the holder of a mandate is told beside the intern’s', async () => {
      await given();
      await stageHolder(house.theatre.database.sql, house.theatre.person(1));
      await house.sql(`update mandate set phone = '07 11 11 11 11'`);
      expect((await phone(1)).body).to.deep.equal({
        phones: [
          { whose: 'intern', name: 'Camille NOM1', phone: '06 00 00 00 01' },
          { whose: 'mandatary', name: 'Gestion', phone: '07 11 11 11 11' },
        ],
      });
    });

    it('[D10] of a person whose session is still to start is asked of no live session', async () => {
      await given({ people: 4, sessions: 2 });
      await house.start();
      expect((await phone(4)).status).to.equal(200);
      expect(await house.sql('select act from amphitheatre_act')).to.deep.equal([{ act: 'readPhone' }]);
    });

    it('[D10] is not told while the session has not recorded it', async () => {
      await given();
      // Another host has it, says so each second, and does not answer.
      const sayAlive = () =>
        house.sql(
          `update session set state = 'running', owner = 'another', alive_at = coalesce(alive_at, 0) + 1`,
        );
      await sayAlive();
      const answers: Answer[] = [];
      const asking = phone(1).then(answer => answers.push(answer));
      const answer = await eventually('an answer', async () => {
        await sayAlive();
        house.theatre.clock.moveBy(1_000);
        return answers[0] ?? null;
      });
      await asking;
      expect(answer.status).to.equal(202);
      expect(answer.text).not.to.include('06 00');
      expect(await house.sql('select from session_inbox where answered_at is null')).to.have.length(1);
    });

    it('takes nothing beside the address', async () => {
      await given();
      const answer = await house.desk.send('POST', `/api/desk/people/${person(1)}/phone`, {
        person: person(2),
      });
      expect(answer.status).to.equal(400);
      expect((await house.desk.send('POST', '/api/desk/people/nobody0000/phone', {})).status).to.equal(404);
    });
  });

  describe('a longer turn', () => {
    it('[D12] is what the person then has, and its reason is in no record that is not private', async () => {
      await given();
      expect((await lengthen(1, 60)).body).to.deep.equal({ answer: 'done' });
      await house.enter(1);
      await house.start();
      const [row] = await house.sql<{ left: number }>(
        `select (fact ->> 'leftMs')::int as left from journal, jsonb_array_elements(facts) fact where fact ->> 'kind' = 'called'`,
      );
      expect(row?.left).to.equal(150_000);
      expect(await house.sql('select detail from amphitheatre_act')).to.deep.equal([
        { detail: { person: person(1), seconds: 60 } },
      ]);
      const [roster] = await house.sql(
        'select extra_turn_ms, extra_turn_reason from roster_entry where extra_turn_ms > 0',
      );
      expect(roster).to.deep.equal({ extra_turn_ms: 60_000, extra_turn_reason: 'Aménagement du temps' });
    });

    it('[D12] keeps why with each act, where another reason follows', async () => {
      await given();
      await lengthen(1, 60, 'Aménagement du temps');
      await lengthen(1, 90, 'Lecture d’écran');
      expect(await house.sql('select reason from amphitheatre_act_private order by act_id')).to.deep.equal([
        { reason: 'Aménagement du temps' },
        { reason: 'Lecture d’écran' },
      ]);
    });

    it('[D12] is refused once their session has started, and not to those of the next', async () => {
      await given({ people: 4, sessions: 2 });
      await house.start();
      expect((await lengthen(1, 60)).body).to.include({ code: 'ALREADY_STARTED', status: 409 });
      expect((await lengthen(4, 60)).status).to.equal(200);
    });

    it('[D12] is set again for whoever is left over, until the session that will call them begins', async () => {
      await given({ people: 4, sessions: 2 });
      await house.start();
      const force = { unchosen: 2, reason: 'Suite demain' };
      await house.room.ask(house.theatre.stage.session, { type: 'close', on: 'running', force });
      expect((await lengthen(1, 60)).status).to.equal(200);
      await house.start(house.theatre.stage.sessions[1]);
      expect((await lengthen(1, 30)).body).to.include({ code: 'ALREADY_STARTED' });
    });

    it('[D30] is not given over a colleague’s, and it is told who gave that one', async () => {
      await given();
      await lengthen(1, 60);
      const late = await house.desk.send('PUT', `/api/desk/people/${person(1)}/extra-turn`, {
        seconds: 30,
        on: 0,
        reason: 'Lecture d’écran',
      });
      expect(late.body).to.deep.include({ code: 'STALE', refusal: { code: 'STALE', now: 'otherLength' } });
      const changed = { who: 'Nadia Ferhat', act: 'extraTurn', person: person(1), seconds: 60 };
      expect(late.body['changed']).to.include(changed);
      expect(await house.sql('select act from amphitheatre_act')).to.have.length(1);
    });

    it('[D12] has at most ten minutes, and a reason', async () => {
      await given();
      expect((await lengthen(1, 601)).body).to.deep.include({
        messages: { seconds: 'Indiquez un nombre jusqu’à 600.' },
      });
      expect((await lengthen(1, -1)).status).to.equal(400);
      expect((await lengthen(1, 60, ' ')).status).to.equal(400);
    });
  });

  describe('a status', () => {
    const set = (order: number, status: string, on?: string) =>
      house.desk.send('PUT', `/api/desk/people/${person(order)}/status`, {
        status,
        reason: 'x',
        ...(on === undefined ? {} : { on }),
      });

    it('is refused where it was decided on another, before the session and in it', async () => {
      await given();
      const stale = { code: 'STALE', refusal: { code: 'STALE', now: 'classic' } };
      expect((await set(2, 'supernumeraryValidating', 'supernumeraryNonValidating')).body).to.deep.include(
        stale,
      );
      await house.start();
      expect((await set(2, 'supernumeraryValidating', 'supernumeraryNonValidating')).body).to.deep.include(
        stale,
      );
      expect((await set(2, 'supernumeraryValidating', 'classic')).body).to.deep.equal({ answer: 'done' });
    });
  });
});
