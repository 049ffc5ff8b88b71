/** A host and two gateways apart, on one bus and one database: each gateway with its own clock and a line that can go dead. */
import type { LoginId } from '../../../machines/ids.ts';
import type { Bus } from '../../../session-server/bus/bus.ts';
import { localBus } from '../../../session-server/bus/local.ts';
import { Gateway } from '../../../session-server/gateway/gateway.ts';
import { DEFAULT_SOCKET_LIMITS } from '../../../session-server/gateway/limits.ts';
import { Host } from '../../../session-server/host/host.ts';
import { presenceTable } from '../../../session-server/host/presence.ts';
import type { Database } from '../../../migrations/open.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';
import type { SimulatedClock } from '../../support/simulated-clock.ts';
import { setStage } from './stage.ts';
import type { Stage, Wanted } from './stage.ts';
import { silentLog } from './theatre.ts';
import { ORIGIN, Watcher } from './watcher.ts';

export interface Machines {
  readonly database: TestDatabase;
  readonly stage: Stage;
  readonly clock: SimulatedClock;
  /** Without what is dead: as the host hears it. */
  readonly bus: Bus;
  /** What this gateway says of presence is lost from now on, or heard again. */
  silence(gateway: Which, silent: boolean): void;
  /** What is told of sessions does not come to this gateway from now on; or comes again, and it hears that. */
  deafen(gateway: Which, isDeaf: boolean): void;
  /** It is gone for everybody else: not heard, and by the record it does not live. */
  dies(gateway: Which): Promise<void>;
  /** A socket there that follows the stage's amphitheatre. */
  enter(gateway: Which, login: LoginId | undefined): Promise<Watcher>;
  /** The host ends as if it had never been, and another one takes everything up. */
  newHost(): Promise<void>;
  /** The gateway stops in good order. */
  stop(gateway: Which): Promise<void>;
  close(): Promise<void>;
}

type Which = 'porte-1' | 'porte-2';

/** @param behindMs how far the clock of `porte-2` is behind the host's. */
export async function openMachines(wanted: Wanted = {}, behindMs = 0): Promise<Machines> {
  const database = await testDatabase();
  const stage = await setStage(database.sql, wanted);
  const clock = simulatedClock();
  const late: SimulatedClock = {
    ...clock,
    now: () => clock.now() - behindMs,
    at: (when, act) => clock.at(when + behindMs, act),
  };
  const bus = localBus();
  const silent = new Set<Which>();
  const dead = new Set<Which>();
  const recordOf = (gateway: Which): Database => ({
    ...database,
    sql: (text, params) =>
      dead.has(gateway) && text.includes('gateway_alive') ? Promise.resolve([]) : database.sql(text, params),
  });
  const deaf = new Set<Which>();
  const backHearers = new Map<Which, () => void>();
  const lineOf = (gateway: Which): Bus => ({
    ...bus,
    follow: (stream, hear) =>
      bus.follow(stream, live => {
        if (!deaf.has(gateway)) hear(live);
      }),
    hearBack(hear) {
      backHearers.set(gateway, hear);
      return Promise.resolve(() => Promise.resolve());
    },
    reportPresence(report) {
      if (!silent.has(gateway)) bus.reportPresence(report);
    },
  });
  const shared = { log: silentLog, origins: [ORIGIN], port: 0, production: false };
  const limits = DEFAULT_SOCKET_LIMITS;
  const gatewayOf = (name: Which, its: SimulatedClock): Gateway =>
    new Gateway({ ...shared, database: recordOf(name), bus: lineOf(name), clock: its, limits, name });
  const gateways = { 'porte-1': gatewayOf('porte-1', clock), 'porte-2': gatewayOf('porte-2', late) };
  const hostOf = (name: string): Host =>
    new Host({ database, bus, clock, log: silentLog, presence: presenceTable(clock), name, mailDomain: 'x' });
  let host = hostOf('hôte 1');
  for (const gateway of Object.values(gateways)) await gateway.open();
  await host.open();
  const watchers: Watcher[] = [];
  const stopped = new Set<Which>();
  const stop = async (name: Which): Promise<void> => {
    if (!stopped.has(name)) await gateways[name].close();
    stopped.add(name);
  };
  return {
    bus,
    database,
    stage,
    clock,
    silence(gateway, isSilent) {
      if (isSilent) silent.add(gateway);
      else silent.delete(gateway);
    },
    deafen(gateway, isDeaf) {
      if (isDeaf) deaf.add(gateway);
      else deaf.delete(gateway);
      if (!isDeaf) backHearers.get(gateway)?.();
    },
    async dies(gateway) {
      silent.add(gateway);
      dead.add(gateway);
      await database.sql('delete from gateway_alive where gateway = ?', [gateway]);
    },
    async enter(gateway, login) {
      const watcher = await Watcher.open(database.sql, gateways[gateway].port, login ?? null);
      watchers.push(watcher);
      await watcher.hello(stage.amphitheatre);
      return watcher;
    },
    async newHost() {
      await host.close();
      host = hostOf('hôte 2');
      await host.open();
    },
    stop,
    async close() {
      for (const watcher of watchers) await watcher.close();
      await host.close();
      for (const name of ['porte-1', 'porte-2'] as const) await stop(name);
      await database.drop();
    },
  };
}
