/** The line to a gateway is dead and the gateway lives, as the record says (architecture §4): on a simulated clock. */
import { expect } from 'chai';
import { type Apart, openApart } from '../support/apart.ts';

describe('host: a gateway cut off', () => {
  let room: Apart;
  beforeEach(async () => {
    room = await openApart();
  });
  afterEach(() => room.close());

  /** In steps that the record’s answers can follow, however long each takes. */
  const pass = async (ms: number): Promise<void> => {
    const end = room.machines.clock.now() + ms;
    while (room.machines.clock.now() < end) {
      room.machines.clock.moveBy(5_000);
      await room.moderator.settled();
    }
  };

  it('[W37] is not held lost while the record says that it lives: its people stay, their turn waits and is given back', async () => {
    await room.enter(1);
    await room.start();
    room.machines.clock.moveBy(60_000);
    room.machines.silence('porte-2', true);
    await pass(240_000);
    const commands = (): readonly string[] => room.moderator.all('row').map(({ command }) => command);
    for (const none of ['deadline', 'disconnected']) expect(commands()).not.to.include(none);
    room.machines.silence('porte-2', false);
    room.machines.clock.moveBy(2_000);
    await room.moderator.fact('clock', ({ mode, leftMs }) => mode === 'choosing' && leftMs === 90_000);
    expect(commands()).not.to.include('deadline');
  });

  it('[W37] pauses the room where whoever is called was cut off for more than 30 s and had time left', async () => {
    await room.enter(1);
    await room.start();
    room.machines.clock.moveBy(10_000);
    room.machines.silence('porte-2', true);
    await pass(40_000);
    room.machines.silence('porte-2', false);
    room.machines.clock.moveBy(2_000);
    await room.moderator.fact('paused', ({ automatic }) => automatic === 'incident');
  });

  it('[W37] goes on meanwhile with those whom it sees', async () => {
    await room.machines.enter('porte-1', room.person(1)?.login);
    await room.enter(2);
    await room.start();
    room.machines.silence('porte-2', true);
    await room.secondsUntil(() => room.hasFact('absent', room.isOf(1)));
    await pass(180_000);
    expect(room.hasFact('absent', room.isOf(2))).to.equal(false);
  });

  it('[W37] ends no grace for absentees while one of them may be where it does not hear', async () => {
    await room.machines.enter('porte-1', room.person(1)?.login);
    await room.start();
    room.machines.clock.moveBy(5_000);
    await room.secondsUntil(() => room.hasFact('paused', () => true)); // three absences in a row
    await room.moderator.ask(room.machines.stage.session, { type: 'resume', on: 'paused' });
    room.machines.silence('porte-2', true);
    await pass(17 * 60_000);
    expect(room.moderator.all('row').map(({ command }) => command)).not.to.include('graceOver');
    room.machines.silence('porte-2', false);
    room.machines.clock.moveBy(2_000);
    await room.moderator.fact('idle', ({ closesAt }) => Number(closesAt) > room.machines.clock.now());
  });

  it('[W37] waits too for one that lives by the record and was never heard', async () => {
    await room.machines.database.sql(
      `insert into gateway_alive (gateway, seen_at) values ('neuve', now() + interval '1 hour')`,
    );
    await room.start();
    let isAsked = false;
    await room.machines.bus.hearPresenceAsked(() => void (isAsked = true));
    await room.secondsUntil(() => isAsked); // the host has read of it, and wants to hear it
    await pass(60_000);
    await room.moderator.settled();
    expect(room.hasFact('absent', () => true)).to.equal(false);
    await room.machines.database.sql(`delete from gateway_alive where gateway = 'neuve'`);
    await room.secondsUntil(() => room.hasFact('absent', room.isOf(1)));
  });

  it('[W31] gives nothing back to whoever had left before the silence', async () => {
    const first = await room.enter(1);
    await room.start();
    await first.close();
    await room.moderator.until('gone', frame => frame.type === 'row' && frame.command === 'disconnected');
    room.machines.silence('porte-2', true);
    await pass(10_000);
    room.machines.silence('porte-2', false);
    await pass(90_000);
    await room.secondsUntil(() => room.hasFact('absent', room.isOf(1)));
    expect(room.hasFact('credit', () => true)).to.equal(false);
  });
});
