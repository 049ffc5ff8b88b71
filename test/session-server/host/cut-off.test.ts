/** The line to a gateway is dead and the gateway lives, as the record says (architecture §4): on a simulated clock. */
import { expect } from 'chai';
import { eventually } from '../../support/eventually.ts';
import { openMachines } from '../support/machines.ts';
import type { Machines } from '../support/machines.ts';
import type { Watcher } from '../support/watcher.ts';

describe('host: a gateway cut off', () => {
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
  const pass = (ms: number): Promise<unknown> => {
    const end = machines.clock.now() + ms;
    return secondsUntil(() => machines.clock.now() >= end, 5);
  };

  it('[W37] is not held lost while the record says that it lives: its people stay, their turn waits and is given back', async () => {
    await enter(1);
    await start();
    machines.clock.moveBy(60_000);
    machines.silence('porte-2', true);
    await pass(240_000);
    const commands = (): readonly string[] => moderator.all('row').map(({ command }) => command);
    for (const none of ['deadline', 'disconnected']) expect(commands()).not.to.include(none);
    machines.silence('porte-2', false);
    machines.clock.moveBy(2_000);
    await moderator.fact('clock', ({ mode, leftMs }) => mode === 'choosing' && leftMs === 90_000);
    expect(commands()).not.to.include('deadline');
  });

  it('[W37] pauses the room where whoever is called was cut off for more than 30 s and had time left', async () => {
    await enter(1);
    await start();
    machines.clock.moveBy(10_000);
    machines.silence('porte-2', true);
    await pass(40_000);
    machines.silence('porte-2', false);
    machines.clock.moveBy(2_000);
    await moderator.fact('paused', ({ automatic }) => automatic === 'incident');
  });

  it('[W37] goes on meanwhile with those whom it sees', async () => {
    await machines.enter('porte-1', person(1)?.login);
    await enter(2);
    await start();
    machines.silence('porte-2', true);
    await secondsUntil(() => hasFact('absent', isOf(1)));
    await pass(180_000);
    expect(hasFact('absent', isOf(2))).to.equal(false);
  });

  it('[W37] ends no grace for absentees while one of them may be where it does not hear', async () => {
    await machines.enter('porte-1', person(1)?.login);
    await start();
    machines.clock.moveBy(5_000);
    await secondsUntil(() => hasFact('paused', () => true)); // three absences in a row
    await moderator.ask(machines.stage.session, { type: 'resume', on: 'paused' });
    machines.silence('porte-2', true);
    await pass(17 * 60_000);
    expect(moderator.all('row').map(({ command }) => command)).not.to.include('graceOver');
    machines.silence('porte-2', false);
    machines.clock.moveBy(2_000);
    await moderator.fact('idle', ({ closesAt }) => Number(closesAt) > machines.clock.now());
  });

  it('[W37] waits too for one that lives by the record and was never heard', async () => {
    await machines.database.sql(`insert into gateway_alive (gateway) values ('neuve')`);
    await start();
    machines.clock.moveBy(1_000);
    await pass(60_000);
    await moderator.settled();
    expect(hasFact('absent', () => true)).to.equal(false);
    await machines.database.sql(`delete from gateway_alive where gateway = 'neuve'`);
    await secondsUntil(() => hasFact('absent', isOf(1)));
  });

  it('[W31] gives nothing back to whoever had left before the silence', async () => {
    const first = await enter(1);
    await start();
    await first.close();
    await moderator.until('gone', frame => frame.type === 'row' && frame.command === 'disconnected');
    machines.silence('porte-2', true);
    await pass(10_000);
    machines.silence('porte-2', false);
    await pass(90_000);
    await secondsUntil(() => hasFact('absent', isOf(1)));
    expect(hasFact('credit', () => true)).to.equal(false);
  });
});
