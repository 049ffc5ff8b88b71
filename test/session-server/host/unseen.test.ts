/** Nobody is marked absent because we could not see them (architecture §4): gateways that fall silent, on a simulated clock. */
import { expect } from 'chai';
import { type Apart, openApart } from '../support/apart.ts';
import { type Machines, openMachines } from '../support/machines.ts';
import type { Watcher } from '../support/watcher.ts';

describe('host: a gateway that is not heard', () => {
  let room: Apart;
  beforeEach(async () => {
    room = await openApart();
  });
  afterEach(() => room.close());

  const isBetween = (value: unknown, low: number, high: number): boolean =>
    typeof value === 'number' && value >= low && value <= high;
  /** Whatever was due is decided, recorded and told. */
  const told = async (): Promise<readonly string[]> => {
    await room.moderator.ask(room.machines.stage.session, {
      type: 'lift',
      person: room.person(3)?.person as never,
      on: 'excused',
      reason: 'x',
    });
    await room.moderator.settled();
    return room.moderator.all('delta').flatMap(({ facts }) => facts.map(({ kind }) => kind));
  };

  it('[W31] decides no absence of whoever may be connected there, and gives them the whole turn once it is heard', async () => {
    await room.enter(1);
    await room.start();
    await room.moderator.fact('called', ({ mode }) => mode === 'choosing');
    room.machines.clock.moveBy(85_000);
    room.machines.silence('porte-2', true);
    room.machines.clock.moveBy(9_000); // the turn's deadline is long past, and what was chosen there went nowhere
    expect(await told()).not.to.include('absent');
    room.machines.silence('porte-2', false);
    room.machines.clock.moveBy(2_000);
    await room.moderator.fact('clock', ({ mode, leftMs }) => mode === 'choosing' && leftMs === 90_000);
    room.machines.clock.moveBy(91_500);
    await room.moderator.fact('absent', room.isOf(1));
    const row = await room.moderator.until(
      'the row',
      frame => frame.type === 'row' && frame.command === 'deadline',
    );
    expect(JSON.stringify(row))
      .to.contain('"cause":"timeRanOut"')
      .and.to.contain('"lastSeenWhere":"porte-2"');
  });

  it('[W31] gives the called one what the silence took, where their clock did not run out in it', async () => {
    await room.enter(1);
    await room.start();
    room.machines.clock.moveBy(60_000);
    room.machines.silence('porte-2', true);
    room.machines.clock.moveBy(10_000);
    room.machines.silence('porte-2', false);
    room.machines.clock.moveBy(2_000);
    await room.moderator.fact(
      'clock',
      ({ mode, leftMs }) => mode === 'choosing' && isBetween(leftMs, 29_000, 31_000),
    );
  });

  it('[W31] takes no account of a silence where whoever is called is seen at another gateway', async () => {
    await room.enter(1);
    await room.machines.enter('porte-1', room.person(1)?.login);
    await room.start();
    room.machines.clock.moveBy(60_000);
    room.machines.silence('porte-2', true);
    room.machines.clock.moveBy(10_000);
    room.machines.silence('porte-2', false);
    room.machines.clock.moveBy(2_000);
    expect(await told()).not.to.include('credit');
    room.machines.clock.moveBy(19_500);
    await room.moderator.fact('absent', room.isOf(1));
  });

  it('[W31] gives the full turn to whoever connected there meanwhile, once it is heard', async () => {
    await room.start();
    await room.moderator.fact('called', ({ mode }) => mode === 'awaited');
    room.machines.clock.moveBy(10_000);
    room.machines.silence('porte-2', true);
    await room.enter(1);
    room.machines.clock.moveBy(12_000); // past the window
    expect(await told()).not.to.include('absent');
    room.machines.silence('porte-2', false);
    room.machines.clock.moveBy(2_000);
    await room.moderator.fact('clock', ({ mode, leftMs }) => mode === 'choosing' && leftMs === 90_000);
  });

  it('[W31] decides at once where whoever is called is seen at another gateway', async () => {
    await room.machines.enter('porte-1', room.person(1)?.login);
    await room.start();
    room.machines.clock.moveBy(85_000);
    room.machines.silence('porte-2', true);
    room.machines.clock.moveBy(6_500);
    await room.moderator.fact('absent', room.isOf(1));
  });

  it('[W32] [T14] is held lost after 15 s: its people are disconnected, the called one has a new window', async () => {
    await room.enter(1);
    await room.enter(2);
    await room.start();
    room.machines.clock.moveBy(60_000);
    await room.machines.dies('porte-2');
    room.machines.clock.moveBy(14_000);
    expect(room.moderator.all('row').map(({ command }) => command)).not.to.include('disconnected');
    room.machines.clock.moveBy(2_000);
    await room.secondsUntil(() =>
      room.hasFact('clock', ({ mode, leftMs }) => mode === 'awaited' && leftMs === 20_000),
    );
    const isGone = (order: number): Promise<unknown> =>
      room.moderator.until(
        `${order} gone`,
        frame =>
          frame.type === 'row' &&
          frame.facts.some(
            fact => fact.kind === 'presence' && !fact.connected && fact.person === room.person(order)?.person,
          ),
      );
    await isGone(1);
    await isGone(2);
    room.machines.clock.moveBy(20_500);
    await room.moderator.fact('absent', room.isOf(1));
  });

  it('[W32] is left at once by its people when it stops in good order', async () => {
    await room.enter(2);
    await room.start();
    await room.machines.stop('porte-2');
    room.machines.clock.moveBy(20_500); // the first was never there
    await room.moderator.fact('absent', room.isOf(1));
  });

  it('[W33] [O4] decides no absence after a takeover until the gateways have said who is there', async () => {
    await room.start();
    await room.moderator.fact('called', ({ mode }) => mode === 'awaited');
    room.machines.silence('porte-1', true);
    room.machines.silence('porte-2', true);
    await room.machines.newHost();
    await room.moderator.fact('credit');
    room.machines.clock.moveBy(60_000);
    expect(await told()).not.to.include('absent');
    await room.enter(1);
    room.machines.silence('porte-1', false);
    room.machines.silence('porte-2', false);
    room.machines.clock.moveBy(2_000);
    await room.moderator.fact('clock', ({ mode, leftMs }) => mode === 'choosing' && leftMs === 90_000);
  });

  it('[W33] holds nobody disconnected after a takeover in a pause, until they are known to be', async () => {
    await room.enter(1);
    await room.start();
    await room.moderator.ask(room.machines.stage.session, { type: 'pause', reason: 'essai', on: 'running' });
    room.machines.silence('porte-2', true);
    await room.machines.newHost();
    room.machines.clock.moveBy(2_000);
    await told();
    room.machines.silence('porte-2', false);
    room.machines.clock.moveBy(2_000);
    await told();
    expect(room.moderator.all('row').map(({ command }) => command)).not.to.include('disconnected');
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
