/** A session comes back from its journal on a real PostgreSQL, with its private part and without. */
import { expect } from 'chai';
import { append } from '../../../session-server/journal/append.ts';
import { restoreSession } from '../../../session-server/journal/restore.ts';
import { opened, pause, REASON, startIn } from '../../machines/session/stage.ts';
import type { Stage as Machine, Taken } from '../../machines/session/stage.ts';
import { worldOf } from '../../machines/session/world.ts';
import { testDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { setStage } from '../support/stage.ts';
import type { Stage } from '../support/stage.ts';
import { newRow } from './rows.ts';

describe('journal: restore', () => {
  let database: TestDatabase;
  let stage: Stage;
  let taken: Taken[];
  let machine: Machine;

  beforeEach(async () => {
    database = await testDatabase();
    stage = await setStage(database.sql);
    taken = [];
    machine = opened(undefined, each => taken.push(each));
    // A planned absence, an absence with its evidence, a pause with its reason: all that is private.
    machine.accept(startIn(worldOf({ connected: false, person: { 3: { plannedAbsence: REASON } } })));
    machine.wait(20_500); // the window and the transit
    machine.accept(pause());
  });
  afterEach(() => database.drop());

  /** The machine's commands as the journal has them, with one row's facts told otherwise where asked. */
  async function record(
    otherwise: { readonly seq: number; readonly at: number } | null = null,
  ): Promise<void> {
    let previous: Buffer | null = null;
    for (const [index, { command, decision }] of taken.entries()) {
      if (decision.kind === 'refused') throw new Error(`${command.type} refused`);
      const seq = index + 1;
      const facts = decision.facts.map(fact =>
        otherwise?.seq === seq && 'at' in fact ? { ...fact, at: otherwise.at } : fact,
      );
      const [appended] = await append(database.sql, [newRow(stage, { seq, previous, command, facts })]);
      previous = appended?.kind === 'appended' ? appended.hash : null;
    }
  }

  it('[O7] gives the live state again', async () => {
    await record();
    const { snapshot, seq } = await restoreSession(database.sql, stage.session);
    expect(seq).to.equal(taken.length);
    expect(snapshot.context).to.deep.equal(machine.snapshot.context);
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
    await record({ seq: 2, at: 1 });
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
