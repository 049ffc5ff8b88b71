/** By what hour a choice is judged: its gateway's, believed so far and no further. */
import { expect } from 'chai';
import type { PersonId, PostId } from '../../../machines/ids.ts';
import { stamped } from '../../../session-server/host/stamped.ts';

describe('host: the stamp of a choice', () => {
  const ARRIVED = 1_000_000;
  const judgedBy = (receivedAt: number): unknown => {
    const body = {
      type: 'choose',
      person: 'p' as PersonId,
      post: 1 as PostId,
      turn: 1,
      receivedAt,
      by: 'intern',
    } as const;
    const command = stamped(body, ARRIVED + 700, ARRIVED, () => true); // it waited in the queue
    return command?.type === 'choose' ? command.receivedAt : command;
  };

  it('[W22] is the gateway’s, at most 2 s before it came to the host, and never after', () => {
    expect(judgedBy(ARRIVED - 1_500)).to.equal(ARRIVED - 1_500);
    expect(judgedBy(ARRIVED - 9_000)).to.equal(ARRIVED - 2_000);
    expect(judgedBy(ARRIVED + 9_000), 'a gateway whose clock is ahead').to.equal(ARRIVED);
  });
});
