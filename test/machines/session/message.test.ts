/** Rules M24, M25, C20, M15, M16: what changes nothing, and what is decided on a state that has changed. */
import { expect } from 'chai';
import type { PersonId } from '../../../machines/ids.ts';
import { seal } from '../../../machines/sealed.ts';
import type { CommandBody } from '../../../machines/session/commands.ts';
import type { SessionSnapshot } from '../../../machines/session/decide.ts';
import { add } from './moderator.ts';
import { choose, close, force, pause, setStatus, started, START } from './stage.ts';
import type { Stage } from './stage.ts';
import { personId } from './world.ts';

const message = (to: PersonId | null, text = 'Bonjour'): CommandBody => ({
  type: 'message',
  to,
  text: seal(text),
});
const readPhone = { type: 'readPhone', person: personId(2) } as const;

/** The context, which must be the very same one. */
const contextOf = ({ snapshot }: Stage): SessionSnapshot['context'] => snapshot.context;

describe('a message', () => {
  it('[M24] goes to everyone or to one person, and changes nothing', () => {
    const session = started();
    const before = contextOf(session);
    for (const to of [null, personId(3)])
      expect(session.accept(message(to))).to.deep.equal([
        { kind: 'message', to, at: START, text: { sealed: 'Bonjour' } },
      ]);
    expect(contextOf(session)).to.deep.equal(before);
  });

  it('[M24] needs a text, and somebody of the list', () => {
    const session = started();
    expect(session.refuse(message(null, ' \n'))).to.deep.equal({ code: 'TEXT_REQUIRED' });
    expect(session.refuse(message(personId(99)))).to.deep.equal({ code: 'UNKNOWN_PERSON' });
  });

  it('[M24] goes in a pause too, and once closed to one person only', () => {
    const session = started();
    session.accept(pause());
    session.accept(message(null));
    session.accept(force(3, 'paused'));
    session.accept(message(personId(1)));
    expect(session.refuse(message(null))).to.deep.equal({
      code: 'WRONG_STATE',
      state: 'closed',
      command: 'message',
    });
  });
});

describe('a telephone number', () => {
  it('[M25] is read without a change, and it is written down', () => {
    const session = started();
    const before = contextOf(session);
    expect(session.accept(readPhone)).to.deep.equal([{ kind: 'phoneRead', person: personId(2) }]);
    expect(contextOf(session)).to.deep.equal(before);
    expect(session.refuse({ ...readPhone, person: personId(99) }).code).to.equal('UNKNOWN_PERSON');
  });

  it('[M15] [M25] is read once closed, too; nobody is added then', () => {
    const session = started();
    session.accept(force(3));
    session.accept(readPhone);
    expect(session.refuse(add(9))).to.include({ code: 'WRONG_STATE', state: 'closed' });
  });
});

describe('what a close and a status were decided on', () => {
  it('[M16] is the session’s state: a close for another is refused', () => {
    const session = started({ people: 1 });
    session.accept(choose(session, 1, 1));
    expect(session.refuse(close('paused'))).to.deep.equal({ code: 'STALE', now: 'running' });
    session.accept(pause());
    expect(session.refuse(close('running'))).to.deep.equal({ code: 'STALE', now: 'paused' });
    session.accept(close('paused'));
  });

  it('[M16] is not looked at where an older journal does not say it', () => {
    const session = started({ people: 1 });
    session.accept(choose(session, 1, 1));
    const { on: _on, ...older } = close() as Extract<CommandBody, { type: 'close' }>;
    session.accept(older as CommandBody);
    expect(session.state).to.equal('closed');
  });

  it('[C20] is the status then: another one is refused, null is not looked at', () => {
    const session = started();
    const validating = 'supernumeraryValidating';
    expect(session.refuse(setStatus(2, validating, 'supernumeraryNonValidating'))).to.deep.equal({
      code: 'STALE',
      now: 'classic',
    });
    session.accept(setStatus(2, validating, 'classic'));
    session.accept(setStatus(2, 'classic'));
    const command = setStatus(2, validating) as Extract<CommandBody, { type: 'setStatus' }>;
    const { on: _on, reason: _reason, ...older } = command;
    session.accept(older as CommandBody);
  });
});
