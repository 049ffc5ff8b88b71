/** One's session as an event for an agenda: nothing in it that another reader of that agenda should not learn. Pure. */
import { amphitheatreTitle } from '../../machines/amphitheatre-title.ts';
import { calendarText } from '../../machines/calendar.ts';
import { callOrderText } from '../../machines/call-order-text.ts';
import { hour } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';
import { plannedTurn } from '../../machines/session/estimate.ts';
import { DEFAULT_SETTINGS } from '../../machines/session/world.ts';
import { mySession } from './own.ts';
import type { MyRow } from './my-row.ts';

/** Minutes: the day before, and time enough to sit down, test and read. */
const ALARMS = [24 * 60, 30] as const;

interface Around {
  readonly now: Ms;
  /** Of the pages. */
  readonly publicUrl: string;
  /** Right-hand side of the event's name. */
  readonly mailDomain: string;
  readonly phone: string;
}

/** @returns null where there is no hour yet, or none any more. */
export function sessionEvent(row: MyRow, { now, publicUrl, mailDomain, phone }: Around): string | null {
  const { listed } = row;
  const mine = listed && mySession(row, listed);
  const startsAt = mine?.session.startsAt ?? null;
  if (!listed || !mine || startsAt === null) return null;
  const { session, carriedOver } = mine;
  const { size, state } = session;
  const turnMs = session.turnMs ?? DEFAULT_SETTINGS.turnMs;
  const title = amphitheatreTitle(listed.group, row.phase);
  const draft = state === 'draft';
  // Who is carried over passes before the session's own people, at an hour that nobody knows before the start.
  const turn = carriedOver || !listed.published.callList ? null : plannedTurn(startsAt, listed.ahead, turnMs);
  const lines = [
    title,
    ...(listed.published.callList ? [`Ordre d’appel\u00a0: n°\u00a0${callOrderText(listed.callOrder)}`] : []),
    ...(turn === null || row.reason !== null
      ? []
      : [
          `Tour prévu vers ${hour(turn.at)}, heure de Paris, entre ${hour(turn.from)} et ${hour(turn.to)}. Il peut venir plus tôt\u00a0: soyez en ligne dès le début.`,
        ]),
    ...(draft ? ['Heure provisoire\u00a0: la session n’est pas encore validée.'] : []),
    `Mon amphithéâtre\u00a0: ${publicUrl}/mon-amphitheatre`,
    `Tester mon poste\u00a0: ${publicUrl}/tester-mon-poste`,
    `Une difficulté\u00a0: ${phone}`,
  ];
  return calendarText({
    uid: `session-${listed.amphitheatre}-${row.person}@${mailDomain}`,
    // Each act on the amphitheatre raises it, one that moves an hour among them: never lower, and greater after a move.
    sequence: listed.pub,
    stamp: now,
    startsAt,
    endsAt: startsAt + size * turnMs,
    tentative: draft,
    summary: `Choix de stage, session ${session.number} à ${hour(startsAt)}, heure de Paris`,
    description: lines.join('\n'),
    url: `${publicUrl}/mon-amphitheatre`,
    alarms: ALARMS,
  });
}
