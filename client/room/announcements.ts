/** What the live regions say when the room changes from one look to the next (screens §6): exact sentences, in order. Pure. */
import type { SessionId } from '../../machines/ids.ts';
import type { LinkState } from '../live/link-state.ts';
import type { LiveRegion } from '../ui/live-regions.tsx';
import { CHOICE_COUNTS_NOT } from '../ui/session-name.ts';
import type { Moment } from './moment.ts';
import { secondsWords } from './words.ts';

export interface Look {
  readonly moment: Moment;
  /** Null where the session is not paused; its reason else. */
  readonly pause: { readonly reason: string | null } | null;
  readonly link: LinkState['kind'];
  /** «vers 9 h 56»; null where no hour is known. */
  readonly around: string | null;
  /** At my turn, whole seconds left; null else. */
  readonly seconds: number | null;
  /** A rehearsal: nothing counts. */
  readonly rehearsal: boolean;
  /** After a choice, once the server has told which: «Chirurgie viscérale, Hôpital Cochin». */
  readonly chosen: string | null;
}

export interface Announcement {
  readonly region: LiveRegion;
  readonly text: string;
  /** Stays in the bell too. */
  readonly kept?: true;
}

const FINAL = 'Il est définitif.';

/** Counted aloud when crossed. */
const SPOKEN_SECONDS = [60, 30, 10] as const;
/** From here on each change of the count is told. */
const SPOKEN_AHEAD = 10;

/** @param soonTold «bientôt» was said of this turn already: the count alone is told, quietly. */
export function announcementsOf(before: Look, now: Look, soonTold = false): readonly Announcement[] {
  return [
    ...ofLink(before, now),
    ...ofPause(before, now),
    ...ofMoment(before, now, soonTold),
    ...ofSeconds(before, now),
  ];
}

/**
 * Hears the looks at a room one after the other: nothing is said at the first one. «Bientôt» is said once for each turn
 * that one approaches. A return in front that puts one back to five is no new approach; the line left (a turn missed, an
 * absence, a choice taken back) or a place beyond the counted ten is one, as one may have stopped listening by then.
 * @param approached the sessions in which this person's turn is near and was said to be; kept by who calls.
 */
export function announcementsOver(
  approached: Set<SessionId>,
): (now: Look, session: SessionId | null) => readonly Announcement[] {
  let before: Look | null = null;
  return (now, session) => {
    const told = session !== null && approached.has(session);
    const said = before === null ? [] : announcementsOf(before, now, told);
    before = now;
    if (session !== null) noteApproach(approached, session, now.moment);
    return said;
  };
}

function noteApproach(approached: Set<SessionId>, session: SessionId, moment: Moment): void {
  if (moment.kind === 'unknown') return;
  if (moment.kind !== 'inLine' || moment.ahead > SPOKEN_AHEAD) approached.delete(session);
  else if (moment.soon) approached.add(session);
}

function ofLink(before: Look, now: Look): readonly Announcement[] {
  const region = isNear(now.moment) ? 'alert' : 'status';
  if (now.link === 'lost' && before.link !== 'lost')
    return [{ region, text: 'Connexion perdue, nouvel essai automatique.' }];
  const wasAway = before.link === 'lost' || before.link === 'catchingUp';
  return now.link === 'live' && wasAway ? [{ region, text: 'De retour, à jour.' }] : [];
}

function ofPause(before: Look, now: Look): readonly Announcement[] {
  if (now.pause !== null && before.pause === null) {
    const reason = now.pause.reason === null ? '' : ` Motif\u00a0: ${sentence(now.pause.reason)}`;
    return [{ region: 'alert', text: `Session en pause.${reason} Le temps est arrêté.` }];
  }
  if (now.pause !== null || before.pause === null) return [];
  const left = now.seconds === null ? '' : ` ${secondsWords(now.seconds)}.`;
  return [{ region: 'alert', text: `Reprise.${left}` }];
}

function ofMoment(
  last: Look,
  { moment: now, seconds, chosen, around, rehearsal }: Look,
  soonTold: boolean,
): readonly Announcement[] {
  const before = last.moment;
  if (now.kind === 'myTurn' && (before.kind !== 'myTurn' || before.called.turn !== now.called.turn))
    return [
      {
        region: 'alert',
        text: `C’est à vous de choisir.${seconds === null ? '' : ` ${secondsWords(seconds)}.`}`,
      },
    ];
  if (now.kind === 'chosen')
    return chosen === null || last.chosen !== null
      ? []
      : [
          {
            region: 'alert',
            text: `Choix enregistré\u00a0: ${chosen}. ${rehearsal ? CHOICE_COUNTS_NOT : FINAL}`,
          },
        ];
  if (now.kind === 'absent' && before.kind === 'myTurn')
    return [{ region: 'alert', text: 'Votre tour est passé. Aucun poste ne vous est attribué.' }];
  if (now.kind !== 'inLine') return [];
  const line = before.kind === 'inLine' ? before : null;
  if (now.soon && line?.soon !== true && !soonTold)
    return [{ region: 'alert', text: `C’est bientôt votre tour, encore ${internes(now.ahead)}.` }];
  if (line === null || line.ahead === now.ahead || now.ahead > SPOKEN_AHEAD) return [];
  if (now.ahead > line.ahead)
    return [
      {
        region: 'status',
        text: `Un interne de retour passe avant vous\u00a0: un de plus, ${now.ahead} au lieu de ${line.ahead}.`,
        kept: true,
      },
    ];
  const hour = around === null ? '' : `, tour ${around}`;
  return [{ region: 'status', text: `${internes(now.ahead)} avant vous${hour}.` }];
}

function ofSeconds(before: Look, now: Look): readonly Announcement[] {
  const [was, is] = [before.seconds, now.seconds];
  if (was === null || is === null || now.pause !== null) return [];
  const crossed = SPOKEN_SECONDS.findLast(seconds => was > seconds && is <= seconds);
  return crossed === undefined ? [] : [{ region: 'alert', text: `${crossed} secondes.` }];
}

const isNear = (moment: Moment): boolean =>
  moment.kind === 'myTurn' || (moment.kind === 'inLine' && moment.soon);

const internes = (count: number): string => `${count} ${count < 2 ? 'interne' : 'internes'}`;

const sentence = (text: string): string => (/[.!?]$/u.test(text) ? text : `${text}.`);
