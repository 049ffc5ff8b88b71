/** The sheet to go on by paper: everything needed, and nothing that may not lie on a table. */
import { expect } from 'chai';
import { namesOf } from '../../../client/desk/names.ts';
import { paperOf } from '../../../client/desk/paper.ts';
import type { Paper } from '../../../client/desk/paper.ts';
import { deskQueue } from '../../../client/desk/queue.ts';
import { seal } from '../../../machines/sealed.ts';
import type { PublicSession } from '../../../machines/session/public-state.ts';
import type { DeskPerson } from '../../../machines/wire/frames.ts';
import { AT, deskPerson, DIRECTORY, person, POST, runningState, SERVICE, SESSION } from './fixtures.ts';

function sheet(over: Partial<PublicSession> = {}, desk: Partial<DeskPerson> = {}, now = AT): Paper {
  const state = runningState(over);
  const session = state.sessions.get(SESSION) ?? expect.fail('no session');
  const everybody = [
    deskPerson(1),
    deskPerson(2, desk),
    deskPerson(3),
    deskPerson(4, { state: { kind: 'excused', reason: seal('Hospitalisation') } }),
  ];
  const people = new Map(everybody.map(one => [one.person, one]));
  const queue = deskQueue(state, SESSION, people);
  return paperOf(
    { state, session, people, queue, names: namesOf(DIRECTORY), supernumeraryCap: null },
    DIRECTORY,
    now,
  );
}

describe('the sheet to go on by paper', () => {
  it('says who is called, what remains of whose time, and that it stands still in a pause', () => {
    expect(sheet().called?.person.name).to.equal('Élodie Rambaud');
    expect(sheet({}, {}, AT + 4_000).called?.remains).to.equal('connexion attendue, reste 10\u00a0s');
    const called = { person: person(1), turn: 1, mode: 'choosing', endsAt: null, leftMs: 48_000 } as const;
    expect(sheet({ called, state: 'paused' }).called?.remains).to.equal('reste 48\u00a0s, temps arrêté');
    expect(sheet({ called: null }).called).to.equal(null);
  });

  it('has the others in their passing order, the called one once', () => {
    expect(sheet().coming.map(({ order }) => order)).to.deep.equal(['2', '3']);
    const returned = sheet({ returned: [person(3)] }).coming;
    expect(returned.map(({ order }) => order)).to.include.members(['2', '3']);
    expect(returned.find(({ order }) => order === '3')?.notes).to.deep.equal(['De retour']);
  });

  it('says how somebody chooses where it is not the usual way', () => {
    const desk = { status: 'supernumeraryValidating', mandate: true, extraTurnMs: 30_000 } as const;
    expect(sheet({}, desk).coming[0]?.notes).to.deep.equal([
      'Surnombre validant',
      'Procuration',
      '+ 30\u00a0s',
    ]);
  });

  it('names who is excused without the reason', () => {
    expect(sheet().excused.map(({ name }) => name)).to.deep.equal(['Élodie Weber']);
    expect(JSON.stringify(sheet())).to.not.include('Hospitalisation');
  });

  it('lists the free seats line by line with their numbers, and no filled or blocked one', () => {
    expect(sheet().free).to.deep.equal([
      {
        service: 'Chirurgie digestive',
        place: 'Hôpital Avicenne, Bobigny',
        kind: '',
        numbers: ['12-1'],
        openTo: null,
      },
    ]);
    expect(sheet().seats).to.equal(1);
    const state = runningState();
    const filled = state.posts.get(POST) ?? expect.fail('no post');
    filled.filled = true;
    const session = state.sessions.get(SESSION) ?? expect.fail('no session');
    const queue = deskQueue(state, SESSION, new Map());
    const ground = {
      state,
      session,
      people: new Map(),
      queue,
      names: namesOf(DIRECTORY),
      supernumeraryCap: null,
    };
    expect(paperOf(ground, DIRECTORY, AT).free).to.deep.equal([]);
  });

  it('says who is there as it is printed, and of the absent and the passed why', () => {
    expect(sheet().called?.person.standing).to.equal('hors\u00a0ligne');
    expect(sheet({}, { connected: true }).coming[0]?.standing).to.equal('en\u00a0ligne');
    expect(sheet({ state: 'closed' }).coming.map(({ standing }) => standing)).to.deep.equal(['', '']);
    const [absent] = played('absent', { kind: 'absent', cause: 'timeRanOut', at: AT }).absent;
    expect(absent?.standing).to.equal('temps écoulé à 9\u00a0h\u00a049 · à présent hors\u00a0ligne');
    const [passed] = played('notChoosing', { kind: 'passed' }).passed;
    expect(passed?.standing).to.match(/^aucun poste possible/u);
  });

  it('tells who has chosen which service, in the order of the choices, and no post beside a name', () => {
    const { chosen } = played('chosen', { kind: 'chosen', post: POST, at: AT, turn: 1 });
    expect(chosen.map(({ name, service, at }) => [name, service, at])).to.deep.equal([
      ['Élodie Courtin', 'Chirurgie digestive, Hôpital Avicenne', AT],
    ]);
    expect(JSON.stringify(chosen)).to.not.include('12-1');
  });

  it('lists the filled seats open to supernumeraries who are left: by rank, by reservation, and none without them', () => {
    const beside = (status: DeskPerson['status'], cap: number | null = null) =>
      played('chosen', { kind: 'chosen', post: POST, at: AT, turn: 1 }, status, cap).beside;
    expect(beside('classic')).to.equal(null);
    expect(
      beside('supernumeraryNonValidating')?.map(({ numbers, openTo }) => [numbers, openTo]),
    ).to.deep.equal([[['12-1'], 'tous']]);
    expect(beside('supernumeraryValidating'), 'a better one sits there').to.deep.equal([]);
    expect(beside('supernumeraryNonValidating', 0), 'the cap is reached').to.deep.equal([]);
  });
});

/** The second has had a turn; the third is still to choose. */
function played(
  shown: 'absent' | 'notChoosing' | 'chosen',
  second: DeskPerson['state'],
  third: DeskPerson['status'] = 'classic',
  supernumeraryCap: number | null = null,
): Paper {
  const state = runningState();
  const [shownPerson, seat] = [state.people.get(person(2)), state.posts.get(POST)];
  if (!shownPerson || !seat) throw new Error('the scene has them');
  shownPerson.state = shown;
  if (second.kind === 'chosen') [shownPerson.service, shownPerson.at, seat.filled] = [SERVICE, AT, true];
  const session = state.sessions.get(SESSION) ?? expect.fail('no session');
  const everybody = [deskPerson(1), deskPerson(2, { state: second }), deskPerson(3, { status: third })];
  const people = new Map(everybody.map(one => [one.person, one]));
  const queue = deskQueue(state, SESSION, people);
  return paperOf(
    { state, session, people, queue, names: namesOf(DIRECTORY), supernumeraryCap },
    DIRECTORY,
    AT,
  );
}
