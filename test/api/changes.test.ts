/** What the API changes of people and posts: in the tables while nothing is live, through the session's inbox otherwise. */
import { expect } from 'chai';
import type { Refusal } from '../../machines/refusal.ts';
import { listen } from '../../migrations/notifications.ts';
import { eventually } from '../support/eventually.ts';
import { simulatedClock } from '../support/simulated-clock.ts';
import { nextNotification } from './support/notified.ts';
import { runningApi } from './support/running-api.ts';
import type { Answer, RunningApi, Visitor } from './support/running-api.ts';
import { assign, seed } from './support/seed.ts';
import type { SeedOptions, Seeded } from './support/seed.ts';

type InboxAnswer = { readonly accepted: number } | { readonly refused: Refusal };

describe('a change to a person or a post', () => {
  let api: RunningApi;
  let moderator: Visitor;
  let seeded: Seeded;
  const given = async (options: SeedOptions = {}): Promise<void> => {
    api = await runningApi();
    moderator = await api.signedIn({ realm: 'moderator', email: 'm@exemple.fr', name: 'M' });
    seeded = await seed(api.database.sql, options);
  };
  afterEach(() => api.close());

  const first = (): string => seeded.people[0] ?? '';
  /** The first person the first post. */
  const firstHasChosen = () => assign(api.database.sql, seeded, 0, 0, 1);
  const setStatus = (status: string) =>
    moderator.send('PUT', `/api/desk/people/${first()}/status`, { status, reason: 'courrier médical' });
  const excuse = (reason: string) =>
    moderator.send('PUT', `/api/desk/people/${first()}/planned-absence`, { reason });
  const block = (post: number, blocked = true) =>
    moderator.send('PUT', `/api/desk/posts/${post}/blocked`, { blocked, reason: 'Poste retiré' });
  const one = async <Row>(text: string): Promise<Row | undefined> => (await api.database.sql<Row>(text))[0];

  describe('while nothing of the amphitheatre is live', () => {
    it('[D6] is written to the tables, recorded, and told', async () => {
      await given();
      const changed = await nextNotification(api.database.url, 'amphitheatre_changed');
      expect((await setStatus('supernumeraryValidating')).body).to.deep.equal({ answer: 'done' });
      expect(await changed.heard).to.deep.equal({ amphitheatre: seeded.amphitheatre });
      await changed.close();
      expect(await one(`select status from roster_entry where person = 'person0001'`)).to.deep.equal({
        status: 'supernumeraryValidating',
      });
      expect(await one('select act, detail from amphitheatre_act')).to.deep.equal({
        act: 'setStatus',
        detail: { person: first(), status: 'supernumeraryValidating' },
      });
      expect(await one('select reason from amphitheatre_act_private')).to.deep.equal({
        reason: 'courrier médical',
      });
    });

    it('keeps the reason of an absence out of the record that nothing purges', async () => {
      await given();
      expect((await excuse('congé maternité')).status).to.equal(200);
      expect(await one('select reason, lifted_at from planned_absence')).to.deep.equal({
        reason: 'congé maternité',
        lifted_at: null,
      });
      expect(await one('select detail from amphitheatre_act')).to.deep.equal({ detail: { person: first() } });
    });

    it('[D5] keeps why with each act of an absence, where another reason follows', async () => {
      await given();
      await excuse('un motif');
      await excuse('un autre');
      expect(
        await api.database.sql('select reason from amphitheatre_act_private order by act_id'),
      ).to.deep.equal([{ reason: 'un motif' }, { reason: 'un autre' }]);
    });

    it('replaces the reason of an absence, and lifts it', async () => {
      await given();
      await excuse('un motif');
      await excuse('un autre');
      expect(
        (
          await moderator.send('POST', `/api/desk/people/${first()}/planned-absence/lift`, {
            reason: 'reprise',
          })
        ).status,
      ).to.equal(200);
      expect(
        await api.database.sql('select reason, lifted_at is not null as lifted from planned_absence'),
      ).to.deep.equal([{ reason: 'un autre', lifted: true }]);
    });

    it('is refused where it was decided on something else, or is done already', async () => {
      await given();
      const decided = (on: string) =>
        moderator.send('PUT', `/api/desk/people/${first()}/planned-absence`, { reason: 'motif', on });
      const lift = () =>
        moderator.send('POST', `/api/desk/people/${first()}/planned-absence/lift`, { reason: 'reprise' });
      const stale = (now: string) => ({ code: 'STALE', refusal: { code: 'STALE', now } });
      expect((await lift()).body).to.deep.include(stale('waiting'));
      expect((await decided('waiting')).status).to.equal(200);
      expect((await decided('waiting')).body).to.deep.include(stale('excused'));
      expect((await decided('excused')).status, 'another reason').to.equal(200);
      expect((await setStatus('classic')).body).to.deep.include(stale('classic'));
      expect(await one('select count(*) from amphitheatre_act')).to.deep.equal({ count: 2 });
    });

    it('[D7] blocks a free post, and refuses one that is taken', async () => {
      await given();
      await firstHasChosen();
      expect((await block(seeded.posts[1] ?? 0)).status).to.equal(200);
      expect((await block(seeded.posts[0] ?? 0)).body).to.include({ code: 'NOT_FREE', status: 409 });
      expect(await one('select count(*) from post where blocked')).to.deep.equal({ count: 1 });
    });

    it('[D7] is refused once the person has chosen', async () => {
      await given();
      await firstHasChosen();
      expect((await setStatus('supernumeraryValidating')).body).to.include({ code: 'ALREADY_CHOSEN' });
      expect((await excuse('motif')).body).to.include({ code: 'ALREADY_CHOSEN' });
      expect(await one('select count(*) from amphitheatre_act')).to.deep.equal({ count: 0 });
    });

    it('knows no stranger', async () => {
      await given();
      expect(
        (
          await moderator.send('PUT', '/api/desk/people/nobody0000/status', {
            status: 'classic',
            reason: 'x',
          })
        ).body,
      ).to.include({ code: 'UNKNOWN_PERSON', status: 404 });
      expect((await block(999_999)).body).to.include({ code: 'UNKNOWN_POST', status: 404 });
    });

    it('[D8] cancels a mandate: the holder is signed out, the intern chooses again', async () => {
      await given();
      const intern = await api.signedIn({ realm: 'intern', email: 'i@exemple.fr', person: first() });
      const holder = await api.signedIn({ realm: 'mandatary', email: 'h@exemple.fr', name: 'Sacha' });
      await api.database.sql(
        `insert into mandate (roster_entry_id, email, account_id, accepted_at)
        select roster_entry.id, account.email, account.id, now() from roster_entry, account where person = 'person0001' and realm = 'mandatary'`,
      );
      expect((await holder.get('/api/me')).body['mandatary']).to.deep.include({
        name: 'Sacha',
        person: first(),
        forPerson: { name: 'Œuvrard', firstName: 'Étienne' },
      });
      expect((await intern.send('DELETE', '/api/mandate')).status).to.equal(200);
      expect((await holder.get('/api/me')).body['mandatary']).to.equal(null);
      expect(await one('select ended_at is not null as ended from mandate')).to.deep.equal({ ended: true });
      expect((await intern.send('DELETE', '/api/mandate')).body, 'nothing left to cancel').to.deep.equal({
        answer: 'done',
      });
    });
  });

  describe('while a session is live', () => {
    /** Answers what comes into the inbox as a session's owner would. */
    const owner = async (
      answer: InboxAnswer,
    ): Promise<{ readonly asked: unknown[]; close(): Promise<void> }> => {
      const asked: unknown[] = [];
      const take = async (): Promise<void> => {
        const rows = await api.database.sql<{ command: unknown; who: unknown }>(
          `update session_inbox set answered_at = now(), answer = ?::jsonb where answered_at is null returning command, who`,
          [JSON.stringify(answer)],
        );
        asked.push(...rows);
      };
      const listening = await listen(api.database.url, { session_inbox: () => void take() }, () => undefined);
      return { asked, close: () => listening.close() };
    };

    it('[D6] goes to the owner through the inbox, and its answer comes back', async () => {
      await given({ state: 'running' });
      const host = await owner({ accepted: 12 });
      expect((await excuse('congé')).body).to.deep.equal({ answer: 'done' });
      const [asked] = host.asked;
      expect(asked).to.deep.include({
        command: { type: 'excuse', person: first(), reason: { sealed: 'congé' }, on: 'waiting' },
      });
      expect(asked).to.have.nested.property('who.realm', 'moderator');
      expect(await one('select count(*) from planned_absence'), 'the owner writes, not we').to.deep.equal({
        count: 0,
      });
      await host.close();
    });

    it('[D6] is written to the tables for one whose own session is still to start', async () => {
      await given({ state: 'running' });
      await api.database.sql(
        `with later as (insert into session (amphitheatre_id, number, state) values (?::int, 2, 'open') returning id)
        update call_list_entry set session_id = later.id from later, roster_entry
        where roster_entry.id = roster_entry_id and person = ?::text`,
        [seeded.amphitheatre, first()],
      );
      expect((await excuse('congé')).body).to.deep.equal({ answer: 'done' });
      expect(await one('select reason from planned_absence')).to.deep.equal({ reason: 'congé' });
      expect(await one('select count(*) from session_inbox')).to.deep.equal({ count: 0 });
    });

    it('carries the owner’s refusal', async () => {
      await given({ state: 'paused' });
      const host = await owner({ refused: { code: 'STALE', now: 'called' } });
      const answer = await excuse('congé');
      expect(answer.status).to.equal(409);
      expect(answer.body).to.deep.include({ code: 'STALE', refusal: { code: 'STALE', now: 'called' } });
      await host.close();
    });

    it('[D6] says so when no answer comes within five seconds, and stays asked', async () => {
      await given({ state: 'running' });
      await api.close();
      const clock = simulatedClock(Date.now());
      api = await runningApi({ clock });
      moderator = await api.signedIn({ realm: 'moderator', email: 'm@exemple.fr', name: 'M' });
      seeded = await seed(api.database.sql, { state: 'running' });
      const answers: Answer[] = [];
      const asking = setStatus('supernumeraryNonValidating').then(answer => answers.push(answer));
      const answer = await eventually('an answer', () => {
        clock.moveBy(100);
        return answers[0] ?? null;
      });
      await asking;
      expect(answer.status).to.equal(202);
      expect(answer.body).to.include({ answer: 'pending' });
      expect(await one('select count(*) from session_inbox where answered_at is null')).to.deep.equal({
        count: 1,
      });
    });
  });
});
