/** Which of two buses is asked, where the far one answers and where it does not. */
import { expect } from 'chai';
import { NoAnswer, NobodyThere } from '../../../session-server/bus/bus.ts';
import type { Answer } from '../../../session-server/bus/messages.ts';
import { joinedBus } from '../../../session-server/bus/joined.ts';
import { localBus } from '../../../session-server/bus/local.ts';
import { request, session } from './contract.ts';

describe('bus: near and far', () => {
  /** Asks for a session that nobody here owns, where a host here takes orphans. */
  const asked = async (fault: Error): Promise<Answer | Error> => {
    const near = localBus();
    await near.takeOrphans(() => Promise.resolve({ kind: 'accepted', seq: 1 }));
    const bus = joinedBus(near, { ...localBus(), request: () => Promise.reject(fault) });
    return await bus.request(request).catch((error: Error) => error);
  };

  it('[O19] asks the host here where nobody far away can have heard', async () => {
    expect(await asked(new NobodyThere(`session ${session}`))).to.deep.equal({ kind: 'accepted', seq: 1 });
  });

  it('lets nobody else judge what somebody far away may have heard and be deciding', async () => {
    const fault = new NoAnswer(`session ${session}`);
    expect(await asked(fault)).to.equal(fault);
  });
});
