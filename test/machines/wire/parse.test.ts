/** The door of the wire: strict, and never a throw. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { MAX_FRAME_CHARS, parseClientFrame } from '../../../machines/wire/parse.ts';
import { actAfterClose, CLOSE_CODES } from '../../../machines/wire/close-codes.ts';
import { SEEDED, seededRuns } from '../session/random-seed.ts';

const ID = '0b9d2c1e-5f3a-4c1b-9a2e-1d2c3b4a5f60';
const PERSON = 'abc0123xyz';
const command = (body: unknown) => ({ type: 'command', id: ID, session: 3, body });
const aboutCalled = { person: PERSON, turn: 4, on: 'choosing', reason: 'Appel reçu' };
const read = (frame: unknown) => parseClientFrame(JSON.stringify(frame));

describe(`a client’s frame, ${SEEDED}`, () => {
  const good: readonly unknown[] = [
    { type: 'hello', protocol: 1, amphitheatre: 2, last: null },
    { type: 'hello', protocol: 99, amphitheatre: 2, last: 17 },
    { type: 'ping', t: 12.5 },
    command({ type: 'choose', post: 5, turn: 1 }),
    command({ type: 'rejoin' }),
    command({ type: 'start' }),
    command({ type: 'pause', reason: 'Coupure à l’hôpital', on: 'running' }),
    command({ type: 'resume', on: 'paused' }),
    command({ type: 'close', force: null }),
    command({ type: 'close', on: 'running', force: null }),
    command({ type: 'close', on: 'paused', force: { unchosen: 3, reason: 'tard' } }),
    command({ type: 'excuse', person: PERSON, reason: 'x', on: 'waiting' }),
    command({ type: 'lift', person: PERSON, on: 'excused', reason: 'Courrier reçu' }),
    command({ type: 'callBack', person: PERSON, on: 'absent', reason: 'Nous a appelés' }),
    command({ type: 'markAbsent', person: PERSON, turn: 4, on: 'awaited', reason: 'x' }),
    command({ type: 'prolong', ...aboutCalled, byMs: 60_000, was: { endsAt: null, leftMs: 12_000 } }),
    command({ type: 'pass', ...aboutCalled }),
    command({ type: 'pass', ...aboutCalled, during: 'paused' }),
    command({ type: 'chooseOnBehalf', ...aboutCalled, post: 5 }),
    command({ type: 'message', to: null, text: 'Bonjour à tous' }),
    command({ type: 'message', to: PERSON, text: '' }),
    { type: 'inspect', id: ID, session: 3 },
    { type: 'hello', protocol: 2, amphitheatre: 2, rehearsal: 9, last: null },
    { type: 'hello', protocol: 2, amphitheatre: 2, aside: true, last: null },
  ];
  for (const frame of good)
    it(`[W1] is taken as it is: ${JSON.stringify(frame).slice(0, 90)}`, () => {
      expect(read(frame)).to.deep.equal({ kind: 'frame', frame });
    });

  const bad: readonly (readonly [string, unknown])[] = [
    ['of an unknown type', { type: 'shout' }],
    ['without a type', {}],
    ['that is a list', [1]],
    ['that is null', null],
    ['with a field too many', { type: 'ping', t: 1, extra: true }],
    ['with a field too few', { type: 'hello', protocol: 1, amphitheatre: 2 }],
    ['with a fraction for an id', { type: 'hello', protocol: 1, amphitheatre: 1.5, last: null }],
    ['with a negative number', { type: 'hello', protocol: 1, amphitheatre: 1, last: -1 }],
    ['with a command of no kind', command({ type: 'drop' })],
    ['with a command id that is none', { ...command({ type: 'rejoin' }), id: 'x' }],
    ['with a person that is none', command({ type: 'lift', person: '../../x', on: 'excused' })],
    ['with a pause that is none', command({ type: 'pass', ...aboutCalled, during: 'closed' })],
    ['with a state that is none', command({ type: 'lift', person: PERSON, on: 'asleep' })],
    ['with a reason too long', command({ type: 'pause', reason: 'x'.repeat(501), on: 'running' })],
    ['with a reason no database can hold', command({ type: 'pause', reason: 'a\0b', on: 'running' })],
    ['with half a character', command({ type: 'pause', reason: '\ud800', on: 'running' })],
    ['with a message too long', command({ type: 'message', to: null, text: 'x'.repeat(1_001) })],
    ['with a message to somebody who is none', command({ type: 'message', to: 'tous', text: 'x' })],
    ['with a close on a state that is none', command({ type: 'close', on: 'open', force: null })],
    [
      'with a fraction of a millisecond',
      command({ type: 'prolong', ...aboutCalled, byMs: 0.5, was: { endsAt: null, leftMs: 1 } }),
    ],
    ['with more time and not what it was', command({ type: 'prolong', ...aboutCalled, byMs: 60_000 })],
    ['with a choice on behalf without its post', command({ type: 'chooseOnBehalf', ...aboutCalled })],
    ['with what is asked over HTTP alone', command({ type: 'readPhone', person: PERSON })],
    ['with a correction', command({ type: 'correct', person: PERSON, from: 1, to: 2, reason: 'x' })],
    ['with a number too great', command({ type: 'choose', post: 2 ** 31, turn: 1 })],
  ];
  for (const [what, frame] of bad)
    it(`[W1] is refused ${what}`, () => {
      expect(read(frame).kind).to.equal('bad');
    });

  it('[W1] is refused when it is not JSON, or oversized', () => {
    expect(parseClientFrame('{')).to.deep.equal({ kind: 'bad', problem: 'not JSON' });
    expect(parseClientFrame(' '.repeat(MAX_FRAME_CHARS + 1)).kind).to.equal('bad');
  });

  it('[M17] brings in a reason that shows nothing, or none from a page of before, as an empty one', () => {
    const reasonIn = (frame: unknown): unknown => {
      const parsed = read(frame);
      return parsed.kind === 'frame' && parsed.frame.type === 'command' && 'reason' in parsed.frame.body
        ? parsed.frame.body.reason
        : parsed;
    };
    const lift = { type: 'lift', person: PERSON, on: 'excused' };
    expect(reasonIn(command(lift))).to.equal('');
    expect(reasonIn(command({ ...lift, reason: '\u200b\u00ad\ufeff' }))).to.equal('');
    expect(reasonIn(command({ type: 'pause', reason: '\u2060 ', on: 'running' }))).to.equal('');
    expect(reasonIn(command({ ...lift, reason: ' Courrier reçu ' }))).to.equal('Courrier reçu');
    const message = read(command({ type: 'message', to: null, text: '\u200b' }));
    expect(message).to.have.nested.property('frame.body.text', '');
  });

  it('[W2] names nobody to act for', () => {
    expect(read(command({ type: 'choose', post: 5, turn: 1, person: PERSON })).kind).to.equal('bad');
    expect(read(command({ type: 'rejoin', person: PERSON })).kind).to.equal('bad');
    expect(read(command({ type: 'choose', post: 5, turn: 1, receivedAt: 1 })).kind).to.equal('bad');
  });

  it('[W1] says what is wrong without repeating it', () => {
    const parsed = read(command({ type: 'lift', person: 'secret!', on: 'excused' }));
    expect(parsed).to.deep.equal({ kind: 'bad', problem: 'body.person: invalid_format' });
  });

  it('[W1] never makes the parser throw', () => {
    fc.assert(
      fc.property(fc.string(), text => void parseClientFrame(text)),
      seededRuns(100),
    );
    fc.assert(
      fc.property(fc.json(), text => void parseClientFrame(text)),
      seededRuns(100),
    );
  });
});

describe('a close code', () => {
  it('tells the client what to do, and to come back where it is not ours', () => {
    expect(actAfterClose(CLOSE_CODES.SIGNED_OUT.code)).to.equal('signIn');
    expect(actAfterClose(CLOSE_CODES.BAD_FRAME.code)).to.equal('stop');
    expect(actAfterClose(1006)).to.equal('comeBack');
  });
});
