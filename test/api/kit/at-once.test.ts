/** Works that wait for each other: so many at once, each lane in its turn. */
import { expect } from 'chai';
import { fairlyAtOnce } from '../../../api/kit/at-once.ts';

describe('works at once', () => {
  it('[ASVS 2.4.1] let one of each lane begin in turn, however many wait in one', async () => {
    const inTurn = fairlyAtOnce(1);
    const begun: string[] = [];
    const work = (lane: string) => inTurn(lane, async () => void begun.push(lane));
    await Promise.all(['storm', 'storm', 'storm', 'storm', 'one', 'other', 'one'].map(work));
    expect(begun).to.deep.equal(['storm', 'storm', 'one', 'other', 'storm', 'one', 'storm']);
  });

  it('keep no more going than they may, and go on after a fault', async () => {
    const inTurn = fairlyAtOnce(2);
    let [going, most] = [0, 0];
    const work = async (index: number) => {
      going += 1;
      most = Math.max(most, going);
      await Promise.resolve();
      going -= 1;
      if (index === 1) throw new Error('one of them');
    };
    const done = await Promise.allSettled(
      Array.from({ length: 9 }, (_, index) => inTurn(String(index % 3), () => work(index))),
    );
    expect(most).to.equal(2);
    expect(done.filter(({ status }) => status === 'fulfilled')).to.have.length(8);
  });
});
