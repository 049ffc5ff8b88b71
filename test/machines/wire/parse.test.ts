/** The door of the wire: strict, and never a throw. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { MAX_FRAME_CHARS, parseClientFrame } from '../../../machines/wire/parse.ts';
import { actAfterClose, CLOSE_CODES } from '../../../machines/wire/close-codes.ts';

const ID = '0b9d2c1e-5f3a-4c1b-9a2e-1d2c3b4a5f60';
const PERSON = 'abc0123xyz';
const command = (body: unknown) => ({ type: 'command', id: ID, session: 3, body });
const read = (frame: unknown) => parseClientFrame(JSON.stringify(frame));

describe('a client’s frame', () => {
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
    command({ type: 'close', force: { unchosen: 3, reason: 'tard' } }),
    command({ type: 'excuse', person: PERSON, reason: 'x', on: 'waiting' }),
    command({ type: 'lift', person: PERSON, on: 'excused' }),
    command({ type: 'callBack', person: PERSON, on: 'absent' }),
    command({ type: 'markAbsent', person: PERSON, turn: 4, on: 'awaited', reason: 'x' }),
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
    ['with a state that is none', command({ type: 'lift', person: PERSON, on: 'asleep' })],
    ['with a reason too long', command({ type: 'pause', reason: 'x'.repeat(501), on: 'running' })],
    ['with a reason no database can hold', command({ type: 'pause', reason: 'a\0b', on: 'running' })],
    ['with half a character', command({ type: 'pause', reason: '\ud800', on: 'running' })],
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
    fc.assert(fc.property(fc.string(), text => void parseClientFrame(text)));
    fc.assert(fc.property(fc.json(), text => void parseClientFrame(text)));
  });
});

describe('a close code', () => {
  it('tells the client what to do, and to come back where it is not ours', () => {
    expect(actAfterClose(CLOSE_CODES.SIGNED_OUT.code)).to.equal('signIn');
    expect(actAfterClose(CLOSE_CODES.BAD_FRAME.code)).to.equal('stop');
    expect(actAfterClose(1006)).to.equal('comeBack');
  });
});
