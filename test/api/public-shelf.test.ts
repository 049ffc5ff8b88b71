/** A public list on its shelf: one reading for all who ask, and never an old one. */
import { expect } from 'chai';
import { publicShelf } from '../../api/public/shelf.ts';
import { simulatedClock } from '../support/simulated-clock.ts';

describe('a public list on its shelf', () => {
  const clock = simulatedClock();
  const text = (shelved: Awaited<ReturnType<ReturnType<typeof publicShelf>>>): unknown =>
    shelved === null ? null : JSON.parse(Buffer.from(shelved.text).toString());
  const none = (() => Promise.reject(new Error('no database here'))) as never;

  it('is read once for a thousand who ask at once', async () => {
    let readings = 0;
    let questions = 0;
    const shelf = publicShelf(none, clock, async () => {
      questions += 1;
      return Promise.resolve('1');
    });
    const write = async () => {
      readings += 1;
      return Promise.resolve({ answer: readings, until: null });
    };
    const answered = await Promise.all(Array.from({ length: 1_000 }, () => shelf('list', write)));
    expect(new Set(answered.map(text))).to.deep.equal(new Set([1]));
    expect([readings, questions]).to.deep.equal([1, 2]);
  });

  it('is never older than the question of whoever asks', async () => {
    let version = 1;
    const waiting: (() => void)[] = [];
    const shelf = publicShelf(none, clock, () => {
      const seen = version;
      return new Promise(resolve => waiting.push(() => resolve(String(seen))));
    });
    const write = () => Promise.resolve({ answer: version, until: null });
    const first = shelf('list', write);
    version = 2;
    const second = shelf('list', write);
    waiting.shift()?.();
    await first;
    waiting.shift()?.();
    expect(text(await second)).to.equal(2);
  });

  it('is read again when its hours are over, once', async () => {
    let readings = 0;
    const shelf = publicShelf(none, clock, () => Promise.resolve('1'));
    const write = () => Promise.resolve({ answer: (readings += 1), until: clock.now() + 5_000 });
    await shelf('list', write);
    clock.moveBy(4_999);
    expect(text(await shelf('list', write))).to.equal(1);
    clock.moveBy(1);
    const again = await Promise.all([shelf('list', write), shelf('list', write)]);
    expect(again.map(text)).to.deep.equal([2, 2]);
  });

  it('forgets a reading that failed', async () => {
    const shelf = publicShelf(none, clock, () => Promise.resolve('1'));
    const fault = await shelf('list', () => Promise.reject(new Error('gone'))).catch(
      (error: unknown) => error,
    );
    expect(fault).to.be.instanceOf(Error);
    expect(text(await shelf('list', () => Promise.resolve({ answer: 7, until: null })))).to.equal(7);
  });
});
