/** Between the look and the taking up, the start and the owner, the table moves on: a session has one owner, or none. */
import { expect } from 'chai';
import type { SessionId } from '../../../machines/ids.ts';
import { seal } from '../../../machines/sealed.ts';

import type { Database } from '../../../migrations/open.ts';
import type { Bus } from '../../../session-server/bus/bus.ts';
import type { Answer, CommandRequest } from '../../../session-server/bus/messages.ts';
import { localBus } from '../../../session-server/bus/local.ts';
import { Host } from '../../../session-server/host/host.ts';
import { presenceTable } from '../../../session-server/host/presence.ts';
import { eventually } from '../../support/eventually.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';
import { setStage } from '../support/stage.ts';
import type { Stage } from '../support/stage.ts';
import { silentLog } from '../support/theatre.ts';

describe('host: taking up', () => {
  let database: TestDatabase;
  let stage: Stage;
  let clock: ReturnType<typeof simulatedClock>;
  let bus: Bus;
  /** Every session that a host answered for, once for each time. */
  let owned: SessionId[];
  let hosts: Host[];

  beforeEach(async () => {
    database = await testDatabase();
    stage = await setStage(database.sql, { people: 2 });
    clock = simulatedClock();
    const line = localBus();
    owned = [];
    bus = { ...line, own: (session, owner) => (owned.push(session), line.own(session, owner)) };
    hosts = [];
  });
  afterEach(async () => {
    for (const host of hosts) await host.close();
    await database.drop();
  });

  /** @param of what it sees of the database. */
  const openHost = async (of: Database = database): Promise<void> => {
    const name = `hôte ${hosts.length + 1}`;
    const parts = { bus, clock, log: silentLog, presence: presenceTable(clock), name, mailDomain: 'x' };
    const host = new Host({ ...parts, database: of });
    hosts.push(host);
    await host.open();
  };
  const ask = (body: CommandRequest['body']): Promise<Answer> =>
    bus.request({
      session: stage.session,
      id: null,
      who: { realm: 'moderator', account: stage.moderator.account },
      body,
    });
  const epoch = async (): Promise<number> =>
    (await database.sql<{ epoch: number }>('select epoch from session'))[0]?.epoch ?? 0;

  const isLook = (text: string): boolean => text.includes("where state in ('running', 'paused') order by id");

  it('[O16] leaves a session alone that was closed since it was read', async () => {
    await openHost();
    expect(await ask({ type: 'start' })).to.include({ kind: 'accepted' });
    expect(
      await ask({ type: 'close', on: 'running', force: { unchosen: 2, reason: seal('fin') } }),
    ).to.include({ kind: 'accepted' });
    owned = [];
    const before = await epoch();
    let looks = 0;
    const read: Database['sql'] = async (text, params) => {
      if (!isLook(text)) return await database.sql(text, params);
      looks += 1;
      return [{ session: stage.session, owner: null, epoch: before, aliveAt: null }] as never[]; // as it stood
    };
    await openHost({ ...database, sql: read });
    expect(looks).to.equal(1);
    expect(await epoch(), 'it was tried').to.equal(before + 1);
    expect(owned).to.deep.equal([]);
  });

  it('[O16] does not take up again what it is just starting', async () => {
    let goOn: () => void = () => undefined;
    let isHeld = false;
    let looksSince = 0;
    const slow: Database = {
      ...database,
      sql: async (text, params) => {
        if (isHeld && text.includes('scheduled_start')) looksSince += 1; // a look’s last question
        return await database.sql(text, params);
      },
      async transaction(work) {
        const done = await database.transaction(work);
        if (isHeld) return done;
        isHeld = true; // written, and its owner not made yet
        await new Promise<void>(resolve => (goOn = resolve));
        return done;
      },
    };
    await openHost(slow);
    const started = ask({ type: 'start' });
    await eventually('the start is written', () => isHeld);
    await eventually('a whole look is over', () => {
      clock.moveBy(1_000);
      return looksSince > 1;
    });
    goOn();
    expect(await started).to.include({ kind: 'accepted' });
    expect(owned).to.deep.equal([stage.session]);
    expect(await epoch()).to.equal(1);
  });
});
