/** Nobody is marked absent because we could not see them (architecture §4): gateways that fall silent, on a simulated clock. */
import { expect } from 'chai';
import { eventually } from '../../support/eventually.ts';
import { openMachines } from '../support/machines.ts';
import type { Machines } from '../support/machines.ts';
import type { Watcher } from '../support/watcher.ts';

describe('host: a gateway that is not heard', () => {
  let machines: Machines;
  let moderator: Watcher;
  beforeEach(async () => {
    machines = await openMachines({ people: 3 });
    moderator = await machines.enter('porte-1', machines.stage.moderator.login);
  });
  afterEach(() => machines.close());

  const start = () => moderator.ask(machines.stage.session, { type: 'start' });
  const person = (order: number) => machines.stage.people[order - 1];
  const enter = (order: number) => machines.enter('porte-2', person(order)?.login);
  const isOf = (order: number) => (fact: Record<string, unknown>) => fact['person'] === person(order)?.person;
  const isBetween = (value: unknown, low: number, high: number): boolean =>
    typeof value === 'number' && value >= low && value <= high;
  /** Whatever was due is decided, recorded and told. */
  const told = async (): Promise<readonly string[]> => {
    await moderator.ask(machines.stage.session, {
      type: 'lift',
      person: person(3)?.person as never,
      on: 'excused',
      reason: 'x',
    });
    await moderator.settled();
    return moderator.all('delta').flatMap(({ facts }) => facts.map(({ kind }) => kind));
  };

  const hasFact = (kind: string, isMeant: (fact: Record<string, unknown>) => boolean): boolean =>
    moderator
      .all('delta')
      .some(({ facts }) => facts.some(fact => fact.kind === kind && isMeant({ ...fact })));
  /** The record is asked each second who lives, and answers in its own time. */
  const secondsUntil = (isThere: () => boolean, seconds = 1): Promise<unknown> =>
    eventually('it came about', async () => {
      if (isThere()) return true;
      machines.clock.moveBy(seconds * 1_000);
      await moderator.settled();
      return isThere();
    });
  it('[W31] decides no absence of whoever may be connected there, and gives them the whole turn once it is heard', async () => {
    await enter(1);
    await start();
    await moderator.fact('called', ({ mode }) => mode === 'choosing');
    machines.clock.moveBy(85_000);
    machines.silence('porte-2', true);
    machines.clock.moveBy(9_000); // the turn's deadline is long past, and what was chosen there went nowhere
    expect(await told()).not.to.include('absent');
    machines.silence('porte-2', false);
    machines.clock.moveBy(2_000);
    await moderator.fact('clock', ({ mode, leftMs }) => mode === 'choosing' && leftMs === 90_000);
    machines.clock.moveBy(91_500);
    await moderator.fact('absent', isOf(1));
    const row = await moderator.until(
      'the row',
      frame => frame.type === 'row' && frame.command === 'deadline',
    );
    expect(JSON.stringify(row))
      .to.contain('"cause":"timeRanOut"')
      .and.to.contain('"lastSeenWhere":"porte-2"');
  });

  it('[W31] gives the called one what the silence took, where their clock did not run out in it', async () => {
    await enter(1);
    await start();
    machines.clock.moveBy(60_000);
    machines.silence('porte-2', true);
    machines.clock.moveBy(10_000);
    machines.silence('porte-2', false);
    machines.clock.moveBy(2_000);
    await moderator.fact(
      'clock',
      ({ mode, leftMs }) => mode === 'choosing' && isBetween(leftMs, 29_000, 31_000),
    );
  });

  it('[W31] takes no account of a silence where whoever is called is seen at another gateway', async () => {
    await enter(1);
    await machines.enter('porte-1', person(1)?.login);
    await start();
    machines.clock.moveBy(60_000);
    machines.silence('porte-2', true);
    machines.clock.moveBy(10_000);
    machines.silence('porte-2', false);
    machines.clock.moveBy(2_000);
    expect(await told()).not.to.include('credit');
    machines.clock.moveBy(19_500);
    await moderator.fact('absent', isOf(1));
  });

  it('[W31] gives the full turn to whoever connected there meanwhile, once it is heard', async () => {
    await start();
    await moderator.fact('called', ({ mode }) => mode === 'awaited');
    machines.clock.moveBy(10_000);
    machines.silence('porte-2', true);
    await enter(1);
    machines.clock.moveBy(12_000); // past the window
    expect(await told()).not.to.include('absent');
    machines.silence('porte-2', false);
    machines.clock.moveBy(2_000);
    await moderator.fact('clock', ({ mode, leftMs }) => mode === 'choosing' && leftMs === 90_000);
  });

  it('[W31] decides at once where whoever is called is seen at another gateway', async () => {
    await machines.enter('porte-1', person(1)?.login);
    await start();
    machines.clock.moveBy(85_000);
    machines.silence('porte-2', true);
    machines.clock.moveBy(6_500);
    await moderator.fact('absent', isOf(1));
  });

  it('[W32] [T14] is held lost after 15 s: its people are disconnected, the called one has a new window', async () => {
    await enter(1);
    await enter(2);
    await start();
    machines.clock.moveBy(60_000);
    await machines.dies('porte-2');
    machines.clock.moveBy(14_000);
    expect(moderator.all('row').map(({ command }) => command)).not.to.include('disconnected');
    machines.clock.moveBy(2_000);
    await secondsUntil(() => hasFact('clock', ({ mode, leftMs }) => mode === 'awaited' && leftMs === 20_000));
    const isGone = (order: number): Promise<unknown> =>
      moderator.until(
        `${order} gone`,
        frame =>
          frame.type === 'row' &&
          frame.facts.some(
            fact => fact.kind === 'presence' && !fact.connected && fact.person === person(order)?.person,
          ),
      );
    await isGone(1);
    await isGone(2);
    machines.clock.moveBy(20_500);
    await moderator.fact('absent', isOf(1));
  });

  it('[W32] is left at once by its people when it stops in good order', async () => {
    await enter(2);
    await start();
    await machines.stop('porte-2');
    machines.clock.moveBy(20_500); // the first was never there
    await moderator.fact('absent', isOf(1));
  });

  it('[W33] [O4] decides no absence after a takeover until the gateways have said who is there', async () => {
    await start();
    await moderator.fact('called', ({ mode }) => mode === 'awaited');
    machines.silence('porte-1', true);
    machines.silence('porte-2', true);
    await machines.newHost();
    await moderator.fact('credit');
    machines.clock.moveBy(60_000);
    expect(await told()).not.to.include('absent');
    await enter(1);
    machines.silence('porte-1', false);
    machines.silence('porte-2', false);
    machines.clock.moveBy(2_000);
    await moderator.fact('clock', ({ mode, leftMs }) => mode === 'choosing' && leftMs === 90_000);
  });

  it('[W33] holds nobody disconnected after a takeover in a pause, until they are known to be', async () => {
    await enter(1);
    await start();
    await moderator.ask(machines.stage.session, { type: 'pause', reason: 'essai', on: 'running' });
    machines.silence('porte-2', true);
    await machines.newHost();
    machines.clock.moveBy(2_000);
    await told();
    machines.silence('porte-2', false);
    machines.clock.moveBy(2_000);
    await told();
    expect(moderator.all('row').map(({ command }) => command)).not.to.include('disconnected');
  });
});

describe('host: no gateway is heard', () => {
  let machines: Machines;
  let moderator: Watcher;
  afterEach(() => machines.close());

  async function open(people: number): Promise<void> {
    machines = await openMachines({ people });
    moderator = await machines.enter('porte-1', machines.stage.moderator.login);
    await machines.enter('porte-2', machines.stage.people[0]?.login);
    await moderator.ask(machines.stage.session, { type: 'start' });
    await moderator.fact('called', ({ mode }) => mode === 'choosing');
  }
  /** What was asked of the owner on the way is done, as in real time it would be. */
  async function pass(ms: number): Promise<void> {
    machines.clock.moveBy(ms);
    await moderator.ask(machines.stage.session, { type: 'resume', on: 'paused' });
  }
  function deafFor(ms: number): void {
    for (const gateway of ['porte-1', 'porte-2'] as const) machines.silence(gateway, true);
    machines.clock.moveBy(ms);
    for (const gateway of ['porte-1', 'porte-2'] as const) machines.silence(gateway, false);
    machines.clock.moveBy(2_000);
  }
  const commands = (): readonly string[] => moderator.all('row').map(({ command }) => command);

  it('[O15] gives the called one what remained when the last was heard', async () => {
    await open(3);
    await pass(80_000);
    deafFor(25_000); // the turn's deadline was in it
    await moderator.fact('credit');
    await moderator.fact('clock', ({ leftMs }) => Number(leftMs) >= 10_000 && Number(leftMs) <= 11_000);
    machines.clock.moveBy(5_000);
    await moderator.settled();
    for (const none of ['deadline', 'disconnected']) expect(commands()).not.to.include(none);
  });

  it('[O15] [P10] holds nobody lost or absent however long it lasts, and pauses the room after more than 30 s', async () => {
    await open(3);
    await pass(4_000);
    deafFor(120_000);
    await moderator.fact('paused', ({ automatic }) => automatic === 'incident');
    await moderator.settled();
    for (const none of ['deadline', 'disconnected']) expect(commands()).not.to.include(none);
  });

  it('[O15] does not end the grace for absentees meanwhile', async () => {
    await open(1);
    machines.clock.moveBy(91_500);
    await moderator.fact('idle');
    deafFor(16 * 60_000);
    await moderator.fact('credit');
    await moderator.settled();
    expect(commands()).not.to.include('graceOver');
  });
});
