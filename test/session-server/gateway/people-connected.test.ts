/** Who is connected before a session begins, in the tables, at whatever gateway. */
import { expect } from 'chai';
import { CHOOSER_CONNECTED_SINCE } from '../../../api/desk/connected.ts';
import { eventually } from '../../support/eventually.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';
import { peopleConnected } from '../../../session-server/gateway/people-connected.ts';
import { openMachines } from '../support/machines.ts';
import type { Machines } from '../support/machines.ts';
import { personAt, setStage } from '../support/stage.ts';
import { silentLog } from '../support/theatre.ts';

const CONNECTED = `select roster_entry.person from roster_entry where ${CHOOSER_CONNECTED_SINCE} is not null order by 1`;

describe('gateway: people connected before a start', () => {
  describe('at several gateways', () => {
    let machines: Machines;
    beforeEach(async () => {
      machines = await openMachines({ people: 3 });
    });
    afterEach(() => machines.close());

    const connected = async (): Promise<readonly string[]> =>
      (await machines.database.sql<{ person: string }>(CONNECTED)).map(({ person }) => person);
    const are = (orders: readonly number[]): Promise<unknown> =>
      eventually(`${orders.join()} connected`, async () => {
        machines.clock.moveBy(1_000);
        return (
          (await connected()).join() === orders.map(order => machines.stage.people[order - 1]?.person).join()
        );
      });
    const enter = (which: 'porte-1' | 'porte-2', order: number) =>
      machines.enter(which, machines.stage.people[order - 1]?.login);

    it('[W35] are in the tables once, until their last socket is gone', async () => {
      const first = await enter('porte-1', 1);
      const again = await enter('porte-1', 1);
      const second = await enter('porte-2', 2);
      const elsewhere = await enter('porte-2', 1);
      await are([1, 2]);
      await first.close();
      await second.close();
      await are([1]);
      await again.close();
      await are([1]);
      await elsewhere.close();
      await are([]);
    });

    it('[W35] are those of a gateway that stops no more, nor of one that nobody heard for 15 s', async () => {
      await enter('porte-1', 1);
      await enter('porte-2', 2);
      await are([1, 2]);
      await machines.stop('porte-2');
      expect(await connected()).to.have.length(1);
      const { sql } = machines.database;
      await sql(
        `insert into gateway_alive (gateway, seen_at) values ('morte', now() - interval '10 seconds')`,
      );
      await sql(`insert into person_connected (gateway, roster_entry_id, realm)
        select 'morte', max(id), 'intern' from roster_entry`);
      expect(await connected()).to.have.length(2);
      await sql(`update gateway_alive set seen_at = now() - interval '16 seconds' where gateway = 'morte'`);
      expect(await connected()).to.have.length(1);
      await sql(`update gateway_alive set seen_at = now() - interval '61 seconds' where gateway = 'morte'`);
      await eventually('swept', async () => {
        machines.clock.moveBy(5_000);
        return (await sql(`select 1 from person_connected where gateway = 'morte'`)).length === 0;
      });
    });

    it('[W35] are written anew where somebody swept them, as after a long stop of the process', async () => {
      await enter('porte-1', 1);
      await are([1]);
      await machines.database.sql(`delete from gateway_alive where gateway = 'porte-1'`);
      expect(await connected()).to.deep.equal([]);
      await are([1]);
    });
  });

  describe('fifteen hundred at once', () => {
    let database: TestDatabase;
    beforeEach(async () => {
      database = await testDatabase();
    });
    afterEach(() => database.drop());

    it('[W35] are written together, each second at most', async () => {
      const PEOPLE = 1_500;
      const stage = await setStage(database.sql, { people: PEOPLE });
      const clock = simulatedClock();
      let statements = 0;
      const sql: typeof database.sql = (text, params) => {
        statements += 1;
        return database.sql(text, params);
      };
      const people = peopleConnected({ sql, clock, log: silentLog, gateway: 'porte' });
      await people.open();
      statements = 0;
      for (let order = 1; order <= PEOPLE; order++)
        people.come({ realm: 'intern', person: personAt(stage, order), rehearsal: null });
      clock.moveBy(1_000);
      await eventually('all of them', async () => (await database.sql(CONNECTED)).length === PEOPLE);
      expect(statements).to.equal(1);
      people.come({ realm: 'intern', person: personAt(stage, 1), rehearsal: 9 as never });
      people.go({ realm: 'intern', person: personAt(stage, 2), rehearsal: null });
      clock.moveBy(1_000);
      await eventually('one less', async () => (await database.sql(CONNECTED)).length === PEOPLE - 1);
      await people.close();
      expect(await database.sql('select 1 from person_connected')).to.have.length(0);
    });
  });
});
