/** What every bus must do, run on each of them; and the words that their tests say. */
import { expect } from 'chai';
import type { AmphitheatreId, CommandId, PersonId, SessionId } from '../../../machines/ids.ts';
import { NoAnswer } from '../../../session-server/bus/bus.ts';
import type { Bus, Ownership } from '../../../session-server/bus/bus.ts';
import type { Answer, CommandRequest, Live, PresenceReport } from '../../../session-server/bus/messages.ts';
import type { StreamId } from '../../../session-server/bus/stream-id.ts';

export const stream: StreamId = { amphitheatre: 7 as AmphitheatreId, rehearsal: null };
export const session = 3 as SessionId;
export const request: CommandRequest = {
  session,
  id: 'a' as CommandId,
  who: { realm: 'moderator', account: 1 },
  body: { type: 'resume', on: 'paused' },
};
export const notice = { kind: 'notice', notice: 'suspended', session } as const;
export const report: PresenceReport = {
  gateway: 'g',
  version: 1,
  whole: true,
  people: [{ person: 'p' as PersonId, realm: 'intern', rehearsal: null, connected: true }],
  moderators: [],
};
export const accepting = (seq: number): Ownership => ({
  command: () => Promise.resolve({ kind: 'accepted', seq }),
  view: () => ({ kind: 'desk', seq, people: [], noPost: false, supernumeraryCap: null }),
});

/** A promise and what settles it: an awaited message instead of a sleep. */
export function awaited<T>(): { readonly promise: Promise<T>; readonly settle: (value: T) => void } {
  let settle: (value: T) => void = () => undefined;
  const promise = new Promise<T>(resolve => {
    settle = resolve;
  });
  return { promise, settle };
}

export function contract(open: () => Promise<{ readonly gateway: Bus; readonly host: Bus }>): void {
  let gateway: Bus;
  let host: Bus;
  beforeEach(async () => {
    ({ gateway, host } = await open());
  });
  afterEach(async () => {
    await gateway.close();
    await host.close();
  });

  it('tells followers of a stream what is published there, in order, nothing of another amphitheatre nor of a rehearsal', async () => {
    const heard: Live[] = [];
    const last = awaited<void>();
    await gateway.follow(stream, live => {
      heard.push(live);
      if (heard.length === 2) last.settle();
    });
    host.publish({ ...stream, amphitheatre: 8 as AmphitheatreId }, notice);
    host.publish({ ...stream, rehearsal: session }, notice);
    host.publish(stream, notice);
    host.publish(stream, { ...notice, notice: 'restored' });
    await last.promise;
    expect(heard).to.deep.equal([notice, { ...notice, notice: 'restored' }]);
  });

  it('says nothing more to a follower that has let go', async () => {
    const heard: Live[] = [];
    const release = await gateway.follow(stream, live => heard.push(live));
    await release();
    const other = awaited<Live>();
    await gateway.follow(stream, other.settle);
    host.publish(stream, notice);
    await other.promise;
    expect(heard).to.deep.equal([]);
  });

  it('takes nothing from a later follower when one that has let go does so again', async () => {
    const release = await gateway.follow(stream, () => undefined);
    await release();
    const later = awaited<Live>();
    await gateway.follow(stream, later.settle);
    await release();
    host.publish(stream, notice);
    expect(await later.promise).to.deep.equal(notice);
  });

  it('brings a command to the owner of its session and the answer back', async () => {
    const asked: CommandRequest[] = [];
    await host.own(session, {
      ...accepting(12),
      command: heard => {
        asked.push(heard);
        return Promise.resolve({ kind: 'accepted', seq: 12 });
      },
    });
    const answer = await gateway.request(request);
    expect(answer).to.deep.equal({ kind: 'accepted', seq: 12 } satisfies Answer);
    expect(asked).to.deep.equal([request]);
  });

  it('brings a command for a session that nobody owns to exactly one host', async () => {
    let taken = 0;
    const take = (): Promise<Answer> => {
      taken += 1;
      return Promise.resolve({ kind: 'accepted', seq: 1 });
    };
    await host.takeOrphans(take);
    await gateway.takeOrphans(take);
    expect(await gateway.request(request)).to.deep.equal({ kind: 'accepted', seq: 1 });
    expect(taken).to.equal(1);
  });

  it('names the fault where there is nobody to answer', async () => {
    const fault = await gateway.request(request).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(NoAnswer);
  });

  it('shows the owner’s view of a session, and none where nobody owns it', async () => {
    expect(await gateway.view({ kind: 'desk', session })).to.equal(null);
    const release = await host.own(session, accepting(5));
    expect(await gateway.view({ kind: 'desk', session })).to.deep.equal({
      kind: 'desk',
      seq: 5,
      people: [],
      noPost: false,
      supernumeraryCap: null,
    });
    await release();
    expect(await gateway.view({ kind: 'desk', session })).to.equal(null);
  });

  it('carries presence to hosts and the question for it to gateways', async () => {
    const heard = awaited<PresenceReport>();
    await host.hearPresence(heard.settle);
    await gateway.hearPresenceAsked(() => gateway.reportPresence(report));
    host.askPresence();
    expect(await heard.promise).to.deep.equal(report);
  });
}
