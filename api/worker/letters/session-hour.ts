/** The letters about one's session: the amphitheatre is open, or the hour was set or moved. */
import { callOrderText } from '../../../machines/call-order-text.ts';
import { amphitheatreTitle } from '../../../machines/amphitheatre-title.ts';
import type { Phase } from '../../../machines/directory.ts';
import type { Sql } from '../../../migrations/open.ts';
import type { MailRow } from '../mail-row.ts';
import { parisHour } from '../paris-time.ts';
import type { Letter } from './letter.tsx';

interface OwnSession {
  readonly group: string;
  readonly phase: Phase;
  readonly number: number;
  readonly callOrder: number;
  readonly at: number | null;
}

/** Read when the letter leaves, so that a late one tells the present hour. */
async function ownSession(sql: Sql, mail: MailRow): Promise<OwnSession | null> {
  const [row] = await sql<OwnSession>(
    `select specialty_group.name as "group", amphitheatre.phase, session.number,
      call_list_entry.call_order as "callOrder", (extract(epoch from session.starts_at) * 1000)::float8 as at
    from roster_entry
    join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
    join session on session.id = call_list_entry.session_id
    join amphitheatre on amphitheatre.id = session.amphitheatre_id
    join specialty_group on specialty_group.id = amphitheatre.group_id
    where roster_entry.person = ?`,
    [mail.data.person ?? ''],
  );
  return row ?? null;
}

export async function amphitheatreOpened(sql: Sql, mail: MailRow, publicUrl: string): Promise<Letter | null> {
  const own = await ownSession(sql, mail);
  if (own === null) return null;
  return letterOf(own, publicUrl, 'Votre amphithéâtre est ouvert', [
    'Votre amphithéâtre est ouvert\u00a0: la liste des postes et la liste d’appel sont en ligne.',
    'Vous aurez 90\u00a0secondes pour choisir lorsque votre tour viendra. Connectez-vous un peu avant l’heure de votre session.',
  ]);
}

export async function sessionTime(sql: Sql, mail: MailRow, publicUrl: string): Promise<Letter | null> {
  const own = await ownSession(sql, mail);
  if (own === null) return null;
  return letterOf(own, publicUrl, 'L’heure de votre session', [
    'L’heure de votre session est fixée ou a changé. Elle remplace celle que vous aviez.',
  ]);
}

function letterOf(
  own: OwnSession,
  publicUrl: string,
  subject: string,
  paragraphs: readonly string[],
): Letter {
  return {
    subject,
    greeting: 'Bonjour,',
    paragraphs: [
      ...paragraphs,
      `Vérifiez avant ce jour que votre appareil et votre réseau conviennent\u00a0: ${publicUrl}/tester-mon-poste`,
    ],
    particulars: [
      ['Amphithéâtre', amphitheatreTitle(own.group, own.phase)],
      ['Session', `n° ${own.number}`],
      ['Heure', own.at === null ? 'à fixer' : parisHour(own.at)],
      ['Votre ordre d’appel', `n° ${callOrderText(own.callOrder)}`],
    ],
    link: { label: 'Ouvrir mon amphithéâtre', href: `${publicUrl}/mon-amphitheatre` },
  };
}
