/** Which acts a state takes, as the machine answers for the session on the screen: buttons and menus come from here. */
import { expect } from 'chai';
import { mayAct, prolongRange } from '../../../client/desk/may-act.ts';
import { noActsReason, notRehearsed, personActs } from '../../../client/desk/person-acts.ts';
import { specimen, STANDS } from '../../../client/desk/specimen.ts';
import type { Situation } from '../../../client/desk/specimen.ts';
import { deskPeople } from '../../../machines/session/desk.ts';
import type { CalledMode } from '../../../machines/session/facts.ts';
import { stateName } from '../../../machines/session/machine.ts';

const MODES: readonly (CalledMode | null)[] = ['awaited', 'choosing', 'recovering', null];
const situation = (over: Partial<Situation> = {}): Situation => ({
  session: 'running',
  mode: 'choosing',
  noPost: false,
  ...over,
});

describe('the specimen that the machine is asked with', () => {
  for (const session of ['running', 'paused'] as const)
    for (const mode of MODES)
      it(`is ${session} with ${mode ?? 'nobody'} called, as asked for`, () => {
        const now = specimen({ session, mode, noPost: false });
        expect(stateName(now)).to.equal(session);
        expect(now.context.called?.mode ?? null).to.equal(mode);
      });

  it('has somebody in every state that a person may be in', () => {
    const kinds = (session: 'paused' | 'closed') =>
      new Map(
        deskPeople(specimen({ session, mode: 'awaited', noPost: false })).map(one => [
          one.person,
          one.state.kind,
        ]),
      );
    for (const kind of ['chosen', 'called', 'waiting', 'returned', 'absent', 'excused', 'passed'] as const)
      expect(kinds('paused').get(STANDS[kind]), kind).to.equal(kind);
    for (const kind of ['chosen', 'waiting', 'absent', 'excused', 'passed', 'withoutPost'] as const)
      expect(kinds('closed').get(STANDS[kind]), kind).to.equal(kind);
  });

  it('has no post for the called one where the room says so', () => {
    expect(specimen(situation({ noPost: true })).context.called?.anyPost).to.equal(false);
    expect(specimen(situation()).context.called?.anyPost).to.equal(true);
  });
});

describe('what a moderator may do', () => {
  it('about the called one is the same awaited, choosing, or frozen by a pause', () => {
    for (const session of ['running', 'paused'] as const)
      for (const mode of ['awaited', 'choosing'] as const)
        for (const act of ['prolong', 'chooseOnBehalf', 'markAbsent'] as const)
          expect(mayAct(act, { session, mode, noPost: false }), `${act} ${session} ${mode}`).to.equal(null);
  });

  it('about the called one is nothing where nobody is called', () => {
    for (const act of ['prolong', 'chooseOnBehalf', 'markAbsent', 'pass'] as const)
      expect(mayAct(act, situation({ mode: null })), act).not.to.equal(null);
  });

  it('is to pass the turn where no post is possible, and nowhere else', () => {
    expect(mayAct('pass', situation())).to.deep.equal({ code: 'POSTS_POSSIBLE' });
    expect(mayAct('pass', situation({ noPost: true }))).to.equal(null);
    expect(mayAct('pass', situation({ noPost: true, session: 'paused' }))).to.equal(null);
    expect(mayAct('chooseOnBehalf', situation({ noPost: true }))).not.to.equal(null);
  });

  it('about the session follows its state', () => {
    expect(mayAct('pause', situation())).to.equal(null);
    expect(mayAct('resume', situation())).not.to.equal(null);
    expect(mayAct('pause', situation({ session: 'paused' }))).not.to.equal(null);
    expect(mayAct('resume', situation({ session: 'paused' }))).to.equal(null);
    for (const session of ['running', 'paused'] as const)
      for (const mode of MODES) expect(mayAct('close', { session, mode, noPost: false })).to.equal(null);
    expect(mayAct('close', situation({ session: 'closed' }))).not.to.equal(null);
    expect(mayAct('close', situation({ session: 'open' }))).not.to.equal(null);
  });

  it('is to write to everybody while the session lives, to one person afterwards too', () => {
    expect(mayAct('messageAll', situation())).to.equal(null);
    expect(mayAct('messageAll', situation({ session: 'closed', mode: null }))).not.to.equal(null);
    for (const session of ['running', 'paused', 'closed'] as const)
      expect(mayAct('message', situation({ session, mode: null }), 'chosen'), session).to.equal(null);
  });

  it('about a person follows what that person is', () => {
    const acts = (kind: Parameters<typeof personActs>[0]) => personActs(kind, situation());
    expect(acts('called')).to.include.members(['markAbsent', 'prolong', 'chooseOnBehalf', 'setStatus']);
    expect(acts('called')).not.to.include('excuse');
    expect(acts('waiting')).to.include('excuse').and.not.to.include('callBack');
    expect(acts('absent')).to.include.members(['callBack', 'excuse']);
    expect(acts('excused')).to.include('lift').and.not.to.include('excuse');
    expect(acts('chosen')).to.include('correct').and.not.to.include('setStatus');
    expect(acts('passed')).not.to.include.oneOf(['callBack', 'correct']);
  });

  it('about a person of a closed session is to correct a choice, to write and to set the status', () => {
    const closed = situation({ session: 'closed', mode: null });
    expect(personActs('chosen', closed)).to.include.members(['correct', 'message']);
    expect(personActs('waiting', closed)).to.include('setStatus').and.not.to.include('excuse');
    expect(noActsReason('waiting', closed)).to.include('close');
  });

  it('about a person of a session to come is what the tables take', () => {
    const open = situation({
      session: 'open',
      mode: null,
      around: { anyLive: false, anyToStart: true },
    });
    expect(personActs('waiting', open)).to.deep.equal(['readPhone', 'excuse', 'setStatus', 'setExtraTurn']);
    expect(personActs('excused', open)).to.deep.equal(['readPhone', 'lift', 'setStatus', 'setExtraTurn']);
    expect(personActs('absent', open)).to.deep.equal(['readPhone', 'excuse', 'setStatus', 'setExtraTurn']);
  });

  it('[B20] are, in a rehearsal, all that a session takes, and say why not the rest', () => {
    const before = situation({ session: 'open', mode: null, rehearsal: true });
    expect(personActs('waiting', before)).to.deep.equal(['readPhone']);
    expect(notRehearsed(before)).to.include('se règlent dans la vraie session');
    const live = situation({ rehearsal: true });
    expect(personActs('chosen', live)).to.include('correct');
    expect(personActs('waiting', live)).to.include.members(['excuse', 'setStatus']);
    expect(personActs('waiting', live)).not.to.include.oneOf(['assign', 'setExtraTurn']);
    expect(notRehearsed(live)).to.include('ne vaut qu’ici');
    expect(notRehearsed(situation({}))).to.equal(null);
  });

  it('[B20] are to assign a post once a rehearsal is closed; of a real session the list of those left over does', () => {
    const closed = situation({ session: 'closed', mode: null });
    expect(personActs('absent', closed)).not.to.include('assign');
    expect(personActs('absent', { ...closed, rehearsal: true })).to.include('assign');
    expect(personActs('chosen', { ...closed, rehearsal: true })).not.to.include('assign');
  });

  it('is to give a longer turn before the session that will call the person, and not after the choice', () => {
    const left = situation({ session: 'closed', mode: null, around: { anyLive: false, anyToStart: true } });
    expect(personActs('absent', left)).to.include('setExtraTurn');
    expect(personActs('chosen', left)).not.to.include('setExtraTurn');
    const live = situation({ around: { anyLive: true, anyToStart: true } });
    expect(personActs('waiting', live)).not.to.include('setExtraTurn');
  });

  it('is to prolong by 10 s to 5 min, as the machine itself says', () => {
    expect(prolongRange()).to.include({ minMs: 10_000, maxMs: 300_000 });
  });
});
