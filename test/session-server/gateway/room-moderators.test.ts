/** Who of the moderators is in the room, at whatever gateway they are. */
import { expect } from 'chai';
import { rehearse } from '../../../api/acts/rehearse.ts';
import type { SessionId } from '../../../machines/ids.ts';
import { eventually } from '../../support/eventually.ts';
import { openMachines } from '../support/machines.ts';
import type { Machines } from '../support/machines.ts';
import { stageModerator } from '../support/stage.ts';
import type { Watcher } from '../support/watcher.ts';

describe('gateway: moderators in a room, at several gateways', () => {
  let machines: Machines;
  beforeEach(async () => {
    machines = await openMachines({ people: 2 });
  });
  afterEach(() => machines.close());

  const gestion = () => machines.enter('porte-1', machines.stage.moderator.login);
  const marc = async (): Promise<Watcher> =>
    machines.enter('porte-2', (await stageModerator(machines.database.sql, 'Marc Ollivier')).login);
  const areIn = (watcher: Watcher, names: readonly string[], from = 0): Promise<unknown> =>
    watcher.until(
      `${names.join()} in the room`,
      frame => frame.type === 'moderators' && frame.names.join() === names.join(),
      from,
    );
  const rows = () => machines.database.sql<{ gateway: string }>('select gateway from room_moderator');

  it('[W24] are told of each other as one comes and leaves', async () => {
    const here = await gestion();
    const there = await marc();
    await areIn(here, ['Gestion', 'Marc Ollivier']);
    const from = here.frames.length;
    await there.close();
    await areIn(here, ['Gestion'], from);
    await eventually('one row', async () => (await rows()).length === 1);
  });

  it('[W23] passes over one who follows from another page, until they enter', async () => {
    const here = await gestion();
    const there = await marc();
    await areIn(here, ['Gestion', 'Marc Ollivier']);
    const left = here.frames.length;
    await there.hello(machines.stage.amphitheatre, null, null, true);
    await areIn(here, ['Gestion'], left);
    const back = here.frames.length;
    await there.hello(machines.stage.amphitheatre);
    await areIn(here, ['Gestion', 'Marc Ollivier'], back);
  });

  it('[W24] shows who is at the other gateway with the room', async () => {
    const here = await gestion();
    await here.ask(machines.stage.session, { type: 'start' });
    await eventually('the row', async () => (await rows()).length === 1);
    const there = await marc();
    const desk = await there.until('desk', frame => frame.type === 'desk');
    expect(desk).to.deep.include({ moderators: ['Gestion', 'Marc Ollivier'] });
  });

  it('[W24] names one who is at both gateways once', async () => {
    const here = await gestion();
    await machines.enter('porte-2', machines.stage.moderator.login);
    await eventually('two rows', async () => (await rows()).length === 2);
    await marc();
    await areIn(here, ['Gestion', 'Marc Ollivier']);
    const told = new Set(here.all('moderators').map(({ names }) => names.join()));
    expect([...told]).to.deep.equal(['Gestion', 'Gestion,Marc Ollivier']);
  });

  it('[W24] passes over those of a gateway that nobody has seen for 15 s', async () => {
    const here = await gestion();
    await marc();
    await areIn(here, ['Gestion', 'Marc Ollivier']);
    const left = here.frames.length;
    await machines.stop('porte-2');
    await areIn(here, ['Gestion'], left); // else that word might be read after the row below, and say nothing new
    const { sql } = machines.database;
    await sql(
      `insert into room_moderator (gateway, account_id, amphitheatre_id, since, seen_at)
      select 'morte', account.id, ?::int, now() + interval '9 years', now() - interval '10 seconds'
      from account where name = 'Marc Ollivier'`,
      [machines.stage.amphitheatre],
    );
    const from = here.frames.length;
    machines.clock.moveBy(5_000);
    await areIn(here, ['Gestion', 'Marc Ollivier'], from);
    await sql(`update room_moderator set seen_at = now() - interval '16 seconds' where gateway = 'morte'`);
    const then = here.frames.length;
    machines.clock.moveBy(5_000);
    await areIn(here, ['Gestion'], then);
  });

  it('[W24] [B5] names those of a rehearsal’s room to each other, and to nobody in the amphitheatre’s own', async () => {
    const { amphitheatre, moderator } = machines.stage;
    const by = { account: moderator.account, at: 0 };
    const prepared = await rehearse(machines.database, amphitheatre, 1, by);
    const rehearsal = prepared.kind === 'prepared' ? prepared.rehearsal.id : (0 as SessionId);
    const real = await machines.enter('porte-1', moderator.login);
    const here = await machines.enter('porte-1', moderator.login);
    const there = await marc();
    await areIn(real, ['Gestion', 'Marc Ollivier']);
    const left = real.frames.length;
    await there.hello(amphitheatre, null, rehearsal);
    await areIn(real, ['Gestion'], left);
    await here.hello(amphitheatre, null, rehearsal);
    await areIn(here, ['Gestion', 'Marc Ollivier']);
    await areIn(there, ['Gestion', 'Marc Ollivier']);
    const from = here.frames.length;
    await there.close();
    await areIn(here, ['Gestion'], from);
    expect(real.all('moderators').at(-1)?.names).to.deep.equal(['Gestion']);
  });

  it('[W24] leaves no row behind when it stops', async () => {
    await gestion();
    await marc();
    await eventually('two rows', async () => (await rows()).length === 2);
    await machines.stop('porte-2');
    expect(await rows()).to.deep.equal([{ gateway: 'porte-1' }]);
  });
});
