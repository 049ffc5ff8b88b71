/**
 * The table of RULES.md, cell by cell: each command in each part of a session's life does what its cell says. A cell
 * names the rules it follows; a code in it is the refusal that the command meets, without one it is taken.
 */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { alarm } from '../../../machines/session/alarm.ts';
import type { Command, CommandBody } from '../../../machines/session/commands.ts';
import { decide } from '../../../machines/session/decide.ts';
import { initialSnapshot } from '../../../machines/session/machine.ts';
import { sampleCommands } from '../../../machines/session/sample-commands.ts';
import { choose, excuse, force, markAbsent, opened, pause, REASON, started } from './stage.ts';
import type { Stage } from './stage.ts';
import { numbers, PAEDIATRICS, SURGERY } from './world.ts';

const RULES = readFileSync(new URL('../../../machines/session/RULES.md', import.meta.url), 'utf8');
const NUMBERS = new Set([...RULES.matchAll(/^\*\*([A-Z]\d+)\*\*/gmu)].map(match => match[1]));

/** Rows of the table under the heading that names it, header first. */
const [header = [], , ...rows] = (RULES.split('## Every command in every state')[1] ?? '')
  .split('\n')
  .filter(line => line.startsWith('|'))
  .map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  );
const columns = header.slice(1);

/** Somebody chosen, absent, excused, called, waiting, and one not connected; the called one may choose, or may not. */
function live(called: { readonly connected: boolean; readonly anyPost: boolean }): Stage {
  const session = started({
    people: 7,
    posts: 9,
    person: {
      3: { plannedAbsence: REASON },
      4: { connected: called.connected, specialty: called.anyPost ? SURGERY : PAEDIATRICS },
      6: { connected: false },
    },
    post: Object.fromEntries(numbers(9).map(number => [number, { reservedFor: SURGERY }])),
  });
  session.accept(choose(session, 1, 1));
  session.accept(markAbsent(session, 2));
  return session;
}

function recovering(anyPost: boolean): Stage {
  const session = live({ connected: true, anyPost });
  session.accept({ type: 'credit', from: session.now, to: session.now });
  return session;
}

function idle(): Stage {
  const session = live({ connected: true, anyPost: true });
  session.accept(choose(session, 4, 4));
  session.accept(choose(session, 5, 5));
  session.accept(excuse(7));
  session.accept(choose(session, 6, 6));
  return session;
}

function paused(session: Stage): Stage {
  session.accept(pause());
  return session;
}

function closed(): Stage {
  const session = live({ connected: true, anyPost: true });
  session.accept(force(4));
  return session;
}

function stageOf(column: string, anyPost: boolean): Stage {
  switch (column) {
    case 'draft':
    case 'validated':
    case 'open':
      return opened(initialSnapshot(column));
    case 'awaited':
      return live({ connected: false, anyPost });
    case 'choosing':
      return live({ connected: true, anyPost });
    case 'recovering':
      return recovering(anyPost);
    case 'idle':
      return idle();
    case 'paused, awaited':
      return paused(live({ connected: false, anyPost }));
    case 'paused, choosing':
      return paused(live({ connected: true, anyPost }));
    case 'paused, idle':
      return paused(idle());
    case 'closed':
      return closed();
    default:
      throw new Error(`the table has a column that no state is: ${column}`);
  }
}

/** What time brings comes in its time; a turn is passed where no post may be chosen. */
function decideSample(type: CommandBody['type'], column: string) {
  const session = stageOf(column, type !== 'pass');
  const { snapshot } = session;
  const byTime = type === 'deadline' || type === 'graceOver';
  const now = byTime ? (alarm(snapshot)?.at ?? session.now) : session.now;
  const body = sampleCommands(snapshot.context, now).find(sample => sample.type === type);
  if (!body) throw new Error(`the table has a row that no command is: ${type}`);
  const command: Command = { ...body, at: now };
  return decide(snapshot, command);
}

describe('every command in every state', () => {
  it('[M6] has a row in the table for each command, and a column for each part of a session’s life', () => {
    const types = sampleCommands(initialSnapshot('open').context, 0).map(({ type }) => type);
    expect(rows.map(([type]) => type)).to.deep.equal(types);
    expect(columns).to.deep.equal([
      'draft',
      'validated',
      'open',
      'awaited',
      'choosing',
      'recovering',
      'idle',
      'paused, awaited',
      'paused, choosing',
      'paused, idle',
      'closed',
    ]);
    for (const row of rows) expect(row.length, row[0]).to.equal(columns.length + 1);
  });

  for (const [type = '', ...cells] of rows)
    for (const [index, cell] of cells.entries()) {
      const column = columns[index] ?? '';
      const [, code] = /`([A-Z_]+)`/.exec(cell) ?? [];
      const cited = cell.match(/\b[A-Z]\d+\b/g) ?? [];
      it(`[M6] ${type} in ${column}: ${cell}`, () => {
        expect(cited.length > 0 || code !== undefined, 'an empty cell').to.equal(true);
        for (const number of cited) expect(NUMBERS.has(number), `no rule ${number}`).to.equal(true);
        const decision = decideSample(type as CommandBody['type'], column);
        const met = decision.kind === 'accepted' ? undefined : decision.refusal.code;
        expect(met).to.equal(code);
      });
    }
});
