/** What the moderators' room keeps of a journal, however many rows came after. */
import { expect } from 'chai';
import type { PersonId, PostId, SessionId } from '../../../machines/ids.ts';
import { seal } from '../../../machines/sealed.ts';
import type { Fact } from '../../../machines/session/facts.ts';
import { lastingAfter, nothingLasting } from '../../../machines/session/lasting.ts';
import type { Lasting } from '../../../machines/session/lasting.ts';
import type { DeskRow } from '../../../machines/wire/frames.ts';

const FIRST = 1 as SessionId;
const SECOND = 2 as SessionId;
const ONE = 'person0001' as PersonId;
const POST = 3 as PostId;

const row = (session: SessionId, seq: number, fact: Fact, who = 'Serveur'): DeskRow => ({
  session,
  seq,
  at: seq,
  who,
  command: 'essai',
  facts: [fact],
});
const absent = (reason: string): Fact => ({
  kind: 'absent',
  person: ONE,
  cause: 'byModerator',
  at: 1,
  evidence: null,
  reason: seal(reason),
});
const late: Fact = { kind: 'lateChoice', person: ONE, post: POST, turn: 1, receivedAt: 5 };
const paused = (automatic: 'absences' | null): Fact => ({
  kind: 'paused',
  at: 1,
  reason: seal('x'),
  automatic,
  leftMs: null,
});
const after = (...rows: readonly DeskRow[]): Lasting => lastingAfter(nothingLasting(SECOND), rows);

describe('what lasts of a journal', () => {
  it('[V30] is of each person the last absence, and every choice that came too late', () => {
    const { people } = after(
      row(SECOND, 2, absent('a')),
      row(SECOND, 3, late),
      row(SECOND, 4, absent('b')),
      row(SECOND, 5, late),
    );
    expect(people).to.deep.equal([
      {
        person: ONE,
        absence: { session: SECOND, seq: 4, at: 4, evidence: null, reason: seal('b') },
        late: [3, 5].map(seq => ({ session: SECOND, seq, at: seq, post: POST, receivedAt: 5 })),
        phoneRead: null,
      },
    ]);
  });

  it('[V30] is of an earlier session what was seen of people, not its messages and pauses', () => {
    const sent: Fact = { kind: 'message', to: null, at: 1, text: seal('Bonjour') };
    const lasting = after(
      row(FIRST, 8, { kind: 'phoneRead', person: ONE }, 'Nadia Ferhat'),
      row(FIRST, 9, sent),
      row(FIRST, 10, paused(null)),
    );
    expect(lasting.people[0]?.phoneRead).to.deep.equal({
      session: FIRST,
      seq: 8,
      at: 8,
      who: 'Nadia Ferhat',
    });
    expect(lasting).to.deep.include({ messages: [], pausedBy: null });
  });

  it('[V30] is who wrote what to whom, oldest first', () => {
    const sent = (to: PersonId | null, text: string): Fact => ({
      kind: 'message',
      to,
      at: 1,
      text: seal(text),
    });
    const { messages } = after(
      row(SECOND, 1, sent(null, 'a'), 'Nadia'),
      row(SECOND, 2, sent(ONE, 'b'), 'Marc'),
    );
    expect(messages.map(({ seq, who, to, text }) => [seq, who, to, text.sealed])).to.deep.equal([
      [1, 'Nadia', null, 'a'],
      [2, 'Marc', ONE, 'b'],
    ]);
  });

  it('[V30] is who paused it last, nobody where it paused itself, and whom the closing handed on', () => {
    const byHand = row(SECOND, 1, paused(null), 'Marc Ollivier');
    expect(after(byHand).pausedBy).to.equal('Marc Ollivier');
    expect(after(byHand, row(SECOND, 2, paused('absences'))).pausedBy).to.equal(null);
    const carried = { person: ONE, state: 'absent', cause: null, returns: 0, owedReturn: false } as const;
    const closed: Fact = { kind: 'closed', at: 1, how: 'finished', carried: [carried], reason: null };
    expect(after(row(SECOND, 3, closed)).carried).to.deep.equal([ONE]);
  });
});
