/** Who is left without a post: at any time, and «à affecter» once the last session is closed. */
import { expect } from 'chai';
import { left } from '../../api/desk-answers.ts';
import type { Left } from '../../api/desk-answers.ts';
import { planAbsence } from '../session-server/support/stage.ts';
import { liveApi } from './support/live-api.ts';
import type { LiveApi } from './support/live-api.ts';

describe('those without a post', () => {
  let house: LiveApi;
  const given = async (...wanted: Parameters<typeof liveApi>): Promise<void> => {
    house = await liveApi(...wanted);
  };
  afterEach(() => house.close());

  const read = async (): Promise<Left> => {
    const answer = await house.desk.get(`/api/desk/amphitheatres/${house.theatre.stage.amphitheatre}/left`);
    expect(left.safeParse(answer.body).error?.issues).to.equal(undefined);
    return answer.body as unknown as Left;
  };
  const states = async () => (await read()).people.map(({ callOrder, state }) => [callOrder, state]);

  it('[D17] are everybody before the first session, with the reason of a planned absence', async () => {
    await given();
    await planAbsence(house.theatre.database.sql, house.theatre.person(2));
    expect(await read()).to.deep.include({ settling: false, toSettle: 3 });
    expect(await states()).to.deep.equal([
      [1, { kind: 'waiting' }],
      [2, { kind: 'excused', reason: 'secret' }],
      [3, { kind: 'waiting' }],
    ]);
    expect((await read()).people[0]).to.deep.equal({
      person: 'person0001',
      name: 'NOM1',
      firstName: 'Camille',
      callOrder: 1,
      specialty: 'Chirurgie viscérale',
      status: 'classic',
      session: house.theatre.stage.session,
      sessionNumber: 1,
      state: { kind: 'waiting' },
    });
  });

  it('[D17] stand as the live session says, whoever chose left out', async () => {
    await given({ people: 4 });
    const intern = await house.enter(1);
    await house.start();
    await house.choose(intern, 1, 1);
    house.theatre.clock.moveBy(21_000); // the second one's window
    await house.room.until(
      'the absence',
      frame => frame.type === 'row' && frame.facts.some(({ kind }) => kind === 'absent'),
    );
    expect(await states()).to.deep.equal([
      [2, { kind: 'absent', cause: 'notConnected' }],
      [3, { kind: 'called' }],
      [4, { kind: 'waiting' }],
    ]);
  });

  it('[D17] are to be settled once the last session is closed', async () => {
    await given({ people: 4, sessions: 2 });
    await house.start();
    await house.closeSession(2);
    expect(await read()).to.deep.include({ settling: false });
    await house.start(house.theatre.stage.sessions[1]);
    await house.closeSession(4, house.theatre.stage.sessions[1]);
    expect(await read()).to.deep.include({ settling: true, toSettle: 4 });
    const settled = await house.desk.send(
      'POST',
      `/api/desk/people/${house.theatre.person(1)}/without-post`,
      {
        on: 'waiting',
        reason: 'Renonce',
      },
    );
    expect(settled.body).to.deep.equal({ answer: 'done' });
    expect(await read()).to.deep.include({ toSettle: 3 });
    expect((await states())[0]).to.deep.equal([1, { kind: 'withoutPost' }]);
  });

  it('[D17] are again those whose choice was taken back', async () => {
    await given({ people: 1 });
    const intern = await house.enter(1);
    await house.start();
    await house.choose(intern, 1, 1);
    expect(await states()).to.deep.equal([]);
    await house.closeSession(0);
    const answer = await house.desk.send('POST', `/api/desk/people/${house.theatre.person(1)}/correction`, {
      from: house.theatre.post(1),
      to: null,
      reason: 'Erreur',
    });
    expect(answer.body).to.deep.equal({ answer: 'done' });
    expect(await states()).to.deep.equal([[1, { kind: 'absent', cause: 'byModerator' }]]);
  });

  it('[D17] know what was lifted between two sessions', async () => {
    await given({ people: 4, sessions: 2 });
    await planAbsence(house.theatre.database.sql, house.theatre.person(1));
    await house.start();
    await house.closeSession(1);
    expect((await states())[0]).to.deep.equal([1, { kind: 'excused', reason: 'secret' }]);
    await house.sql('update planned_absence set lifted_at = now()');
    expect((await states())[0], 'their place was reached').to.deep.equal([
      1,
      { kind: 'absent', cause: 'byModerator' },
    ]);
  });

  it('are of an amphitheatre that exists', async () => {
    await given();
    for (const what of ['left', 'unlisted'])
      expect((await house.desk.get(`/api/desk/amphitheatres/999999/${what}`)).status, what).to.equal(404);
  });
});
