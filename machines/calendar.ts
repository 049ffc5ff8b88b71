/** One event as an iCalendar text (RFC 5545) that any agenda takes: «Ajouter à mon agenda». Hours in UTC; pure. */
import type { Ms } from './ids.ts';

export interface CalendarEvent {
  /** The same for ever: an agenda that has it moves its event instead of adding another. */
  readonly uid: string;
  /** Greater whenever the hour has moved. */
  readonly sequence: number;
  /** When this text was made. */
  readonly stamp: Ms;
  readonly startsAt: Ms;
  readonly endsAt: Ms;
  /** The hour may still change. */
  readonly tentative: boolean;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** Whole minutes before the start at which the agenda rings. */
  readonly alarms: readonly number[];
}

/** With CRLF at the end of each line, folded at 75 octets, text escaped: as the standard wants it. */
export function calendarText(event: CalendarEvent): string {
  const { uid, sequence, stamp, startsAt, endsAt, tentative, summary, description, url, alarms } = event;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Amphitheatre//Choix de stage//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${instant(stamp)}`,
    `DTSTART:${instant(startsAt)}`,
    `DTEND:${instant(endsAt)}`,
    `STATUS:${tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    ...alarms.flatMap(minutes => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(summary)}`,
      `TRIGGER:-PT${minutes}M`,
      'END:VALARM',
    ]),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map(line => `${folded(line)}\r\n`)
    .join('');
}

/** `20270322T080000Z`. */
const instant = (at: Ms): string =>
  new Date(at)
    .toISOString()
    .replace(/\.\d{3}/u, '')
    .replaceAll(/[-:]/gu, '');

const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n?|\n/gu, '\\n');

const LONGEST_LINE = 75; // octets, RFC 5545 §3.1

/** A line that is too long goes on in the next one, behind a space; never in the middle of a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > LONGEST_LINE) {
      lines.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += more;
  }
  return [...lines, part].join('\r\n');
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
