/** A session comes back from its journal on a real PostgreSQL, with its private part and without. */
import { expect } from 'chai';
import { restoreSession, storeState } from '../../../session-server/journal/restore.ts';
import { opened, pause, REASON, startIn } from '../../machines/session/stage.ts';
import type { Stage as Machine, Taken } from '../../machines/session/stage.ts';
import { worldOf } from '../../machines/session/world.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { setStage } from '../support/stage.ts';
import type { Stage } from '../support/stage.ts';
import { recordTaken } from './rows.ts';

describe('journal: restore', () => {
  let database: TestDatabase;
  let stage: Stage;
  let taken: Taken[];
  let machine: Machine;
  let journals: 'madeUp' | undefined;

  beforeEach(async () => {
    database = await testDatabase();
    stage = await setStage(database.sql);
    taken = [];
    journals = undefined;
    machine = opened(undefined, each => taken.push(each));
    // A planned absence, an absence with its evidence, a pause with its reason: all that is private.
    machine.accept(startIn(worldOf({ connected: false, person: { 3: { plannedAbsence: REASON } } })));
    machine.wait(20_500); // the window and the transit
    machine.accept(pause());
  });
  afterEach(() => database.drop(journals));

  const record = (): Promise<void> => recordTaken(database.sql, stage, taken);

  it('[O7] gives the live state again', async () => {
    await record();
    const { snapshot, seq } = await restoreSession(database.sql, stage.session);
    expect(seq).to.equal(taken.length);
    expect(snapshot.context).to.deep.equal(machine.snapshot.context);
  });

  it('[O7] passes over a state that another version stored: the journal is read from its beginning', async () => {
    await record();
    const { snapshot, seq } = await restoreSession(database.sql, stage.session);
    await storeState(database.sql, stage.session, seq, snapshot);
    await database.sql(`update session_state set version = version - 1, state = '{"shape":"another"}'`);
    expect((await restoreSession(database.sql, stage.session)).snapshot.context).to.deep.equal(
      machine.snapshot.context,
    );
  });

  it('[J3] gives it again after a purge, but for what was private', async () => {
    await record();
    await database.sql('delete from journal_private');
    const { snapshot } = await restoreSession(database.sql, stage.session);
    const { called, counts, pause: paused } = machine.snapshot.context;
    expect(snapshot.context).to.deep.include({
      called,
      counts,
      pause: { ...paused, reason: { sealed: null } },
    });
  });

  it('[O7] is refused where the journal tells other facts, purged or not', async () => {
    await recordTaken(database.sql, stage, taken, (facts, seq) =>
      facts.map(fact => (seq === 2 && 'at' in fact ? { ...fact, at: 1 } : fact)),
    );
    journals = 'madeUp';
    const fault = async (): Promise<string> =>
      await restoreSession(database.sql, stage.session).then(
        () => 'restored',
        (error: Error) => error.message,
      );
    expect(await fault())
      .to.contain('row 2')
      .and.contain('gives other facts now');
    await database.sql('delete from journal_private');
    expect(await fault()).to.contain('gives other facts now');
  });
});
