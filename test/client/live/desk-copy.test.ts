/** The moderators' room as rows come in, held against the session itself. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { missesRows, withRow } from '../../../client/live/desk-copy.ts';
import { seal } from '../../../machines/sealed.ts';
import type { CommandBody } from '../../../machines/session/commands.ts';
import { capOf, deskPeople, noPost } from '../../../machines/session/desk.ts';
import type { Fact } from '../../../machines/session/facts.ts';
import { lastingAfter, nothingLasting } from '../../../machines/session/lasting.ts';
import type { SessionSnapshot } from '../../../machines/session/machine.ts';
import type { Desk, DeskPerson, DeskRow } from '../../../machines/wire/frames.ts';
import { commandOf, presses, worlds } from '../../machines/session/random-commands.ts';
import { SEEDED, seededRuns } from '../../machines/session/random-seed.ts';
import { choose, connect, opened, started } from '../../machines/session/stage.ts';
import type { Stage, Taken } from '../../machines/session/stage.ts';
import { personId, postId } from '../../machines/session/world.ts';
import { SESSION } from '../stage.ts';

const REASON = seal('une raison');

const deskOf = (snapshot: SessionSnapshot, seq: number, rows: readonly DeskRow[] = []): Desk => ({
  session: SESSION,
  seq,
  people: deskPeople(snapshot),
  rows: [],
  lasting: lastingAfter(nothingLasting(SESSION), rows),
  moderators: [],
  noPost: noPost(snapshot),
  supernumeraryCap: capOf(snapshot),
});

const rowOf = (seq: number, at: number, facts: readonly Fact[]): DeskRow => ({
  session: SESSION,
  seq,
  at,
  who: 'Serveur',
  command: 'essai',
  facts,
});

describe(`the moderators’ room, row by row, ${SEEDED}`, () => {
  it('[V9] [V30] is what the session and its whole journal say, whatever happens in it', () => {
    /** A row that tells less than it changes comes with the whole room. */
    const comesWhole = (fact: Fact): boolean =>
      fact.kind === 'started' || fact.kind === 'credit' || (fact.kind === 'joined' && fact.edition !== null);
    const follow = (): ((taken: Taken) => void) => {
      let desk: Desk | null = null;
      const rows: DeskRow[] = [];
      return ({ command, decision }) => {
        if (decision.kind === 'refused') return;
        const seq: number = (desk?.seq ?? 0) + 1;
        const row = rowOf(seq, command.at, decision.facts);
        rows.push(row);
        const truth = deskOf(decision.next, seq, rows);
        const whole = desk === null || decision.facts.some(comesWhole);
        desk = whole || desk === null ? truth : withRow(desk, row);
        expect({ ...desk, rows: [] }).to.deep.equal(truth);
      };
    };
    fc.assert(
      fc.property(worlds, presses, (world, all) => {
        const session = opened(undefined, follow());
        session.accept({ type: 'start', world, earlierOpen: null });
        for (const press of all) {
          const command = commandOf(press, session);
          if (command) session.send(command);
          else session.wait(press.ms);
        }
      }),
      seededRuns(100),
    );
  });

  /** The room after these commands, folded from their rows alone. */
  function after(stage: Stage, ...bodies: readonly CommandBody[]): Desk {
    let desk = deskOf(stage.snapshot, 1);
    for (const body of bodies) desk = withRow(desk, rowOf(desk.seq + 1, stage.now, stage.accept(body)));
    expect(desk.people).to.deep.equal(deskPeople(stage.snapshot));
    return desk;
  }
  const personOf = (desk: Desk, number: number): DeskPerson | undefined =>
    desk.people.find(({ person }) => person === personId(number));

  it('[V9] holds a choice moved, and one taken back', () => {
    const stage = started({ people: 3, posts: 4 });
    stage.accept(choose(stage, 1, 1));
    const correct = (from: number, to: number | null): CommandBody => ({
      type: 'correct',
      person: personId(1),
      from: postId(from),
      to: to === null ? null : postId(to),
      reason: REASON,
    });
    const moved = after(stage, correct(1, 2));
    expect(personOf(moved, 1)?.state).to.deep.include({ kind: 'chosen', post: postId(2) });
    expect(personOf(after(stage, correct(2, null)), 1)?.state).to.deep.include({
      kind: 'absent',
      cause: 'byModerator',
    });
  });

  it('[V9] says that the called one has no possible post, until the turn is passed', () => {
    const stage = started({ people: 2, posts: 1 });
    const desk = after(stage, choose(stage, 1, 1));
    expect(desk.noPost).to.equal(true);
    const turn = stage.called?.turn ?? 0;
    const passed = after(stage, {
      type: 'pass',
      person: personId(2),
      turn,
      on: 'choosing',
      reason: REASON,
    });
    expect([personOf(passed, 2)?.state, passed.noPost]).to.deep.equal([{ kind: 'passed' }, false]);
  });

  it('[V9] knows at which gateway somebody is', () => {
    const stage = started({ people: 2, person: { 2: { connected: false } } });
    const desk = after(stage, { ...connect(2), where: 'porte-2' } as CommandBody);
    expect(personOf(desk, 2)).to.include({ connected: true, where: 'porte-2' });
  });

  it('changes nothing for a row of before, nor for one of another session', () => {
    const stage = started({ people: 2 });
    const desk = deskOf(stage.snapshot, 5);
    const facts: readonly Fact[] = [{ kind: 'presence', person: personId(1), connected: false, at: 1 }];
    expect(withRow(desk, rowOf(5, 1, facts))).to.equal(desk);
    expect(missesRows(desk, rowOf(7, 1, facts))).to.equal(true);
    expect(missesRows(desk, { ...rowOf(6, 1, facts), session: 99 as never })).to.equal(true);
  });
});
