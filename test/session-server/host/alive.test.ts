/** An owner says each second that it lives: what becomes of it by the answer, and of one that has moved on meanwhile. */
import { expect } from 'chai';
import type { SessionId } from '../../../machines/ids.ts';
import { type Lives, sayAliveEachSecond } from '../../../session-server/host/alive.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';
import { silentLog } from '../support/theatre.ts';

interface Owner extends Lives {
  epoch: number;
  isWriting: boolean;
  readonly done: readonly string[];
}

/** As the owner of a session answers: what is done to it is kept. */
function ownerOf(session: number): Owner {
  const done: string[] = [];
  return {
    session: session as SessionId,
    epoch: 1,
    isWriting: true,
    lose: () => void done.push('lost'),
    suspend: () => void done.push('suspended'),
    done,
  };
}

describe('host: saying that it lives', () => {
  const clock = simulatedClock();
  let owners: readonly Owner[];
  /** Words that wait for the record’s answer, each with the sessions it names. */
  let words: { readonly sessions: readonly number[]; answer(of: Promise<unknown[]>): void }[];
  let end: () => Promise<void>;

  beforeEach(() => {
    owners = [ownerOf(1), ownerOf(2)];
    words = [];
    const sql = async (_text: string, params: readonly unknown[] = []): Promise<never[]> => {
      const named = JSON.parse(String(params[1])) as readonly { readonly session: number }[];
      const sessions = named.map(({ session }) => session);
      return (await new Promise<unknown[]>(answer => words.push({ sessions, answer }))) as never[];
    };
    end = sayAliveEachSecond({ database: { sql }, clock, log: silentLog }, () => owners);
  });
  afterEach(async () => {
    answer(...owners);
    await end();
    expect(clock.pending).to.equal(0);
  });

  /** To the oldest word: these still own. */
  const answer = (...owned: readonly Owner[]): void =>
    words.shift()?.answer(Promise.resolve(owned.map(({ session }) => ({ id: session }))));
  const fail = (): void => words.shift()?.answer(Promise.reject(new Error('read ECONNRESET')));
  const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
  const [one, two] = [() => owners[0] as Owner, () => owners[1] as Owner];

  it('[O16] loses the session that another host owns by the record, and that one alone', async () => {
    clock.moveBy(1_000);
    answer(one());
    await settled();
    expect([one().done, two().done]).to.deep.equal([[], ['lost']]);
  });

  it('[O16] loses nothing that was taken up anew while the word was out', async () => {
    clock.moveBy(1_000);
    two().epoch = 3;
    answer(one());
    await settled();
    expect(two().done).to.deep.equal([]);
  });

  it('[O16] loses nothing that does not write any more when the answer comes', async () => {
    clock.moveBy(1_000);
    two().isWriting = false; // it is just being taken up, or time stands still
    answer(one());
    await settled();
    expect(two().done).to.deep.equal([]);
  });

  it('[O4] stops the time of all it spoke for where the record fails', async () => {
    clock.moveBy(1_000);
    fail();
    await settled();
    expect([one().done, two().done]).to.deep.equal([['suspended'], ['suspended']]);
  });

  it('[O4] stops no time for a word of before the session was taken up anew', async () => {
    clock.moveBy(1_000);
    two().epoch = 2;
    fail();
    await settled();
    expect([one().done, two().done]).to.deep.equal([['suspended'], []]);
  });

  it('[O16] speaks for those alone that write', async () => {
    one().isWriting = false;
    clock.moveBy(1_000);
    expect(words.map(({ sessions }) => sessions)).to.deep.equal([[2]]);
    answer(two());
    await settled();
    two().isWriting = false;
    clock.moveBy(1_000);
    expect(words).to.deep.equal([]);
  });

  it('[O16] says one word at a time, and the next after its answer', async () => {
    clock.moveBy(3_000);
    expect(words).to.have.lengthOf(1);
    answer(...owners);
    await settled();
    clock.moveBy(1_000);
    expect(words).to.have.lengthOf(1);
  });

  it('[O17] ends once the word that is out is answered', async () => {
    clock.moveBy(1_000);
    let ended = false;
    const ending = end().then(() => (ended = true));
    await settled();
    expect(ended).to.equal(false);
    answer(...owners);
    await ending;
  });
});
