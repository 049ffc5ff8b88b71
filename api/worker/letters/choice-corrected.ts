/** The letter after a correction: to the intern, and to the holder of their mandate; what it was, what it is, and why. */
import { putSealed } from '../../../machines/sealed.ts';
import type { Fact } from '../../../machines/session/facts.ts';
import type { Sql } from '../../../migrations/open.ts';
import type { MailRow } from '../mail-row.ts';
import { parisEvidence } from '../paris-time.ts';
import type { Letter } from './letter.tsx';

interface Correction {
  readonly name: string;
  readonly firstName: string;
  readonly toHolder: boolean;
  readonly before: Place;
  /** Null: taken back. */
  readonly after: Place | null;
  /** Null where the private part of the record was purged. */
  readonly reason: string | null;
  readonly at: number;
  readonly seq: number;
}

interface Place {
  readonly post: string;
  readonly service: string;
  readonly establishment: string;
  readonly city: string;
}

interface RecordedRow {
  readonly facts: readonly unknown[];
  readonly text: string | null;
  readonly at: number;
  readonly seq: number;
}

/** Told from the row of the record: the choice may have been corrected again since. @returns null where there is none. */
export async function choiceCorrected(sql: Sql, mail: MailRow, publicUrl: string): Promise<Letter | null> {
  const { session, seq } = mail.data;
  const [row] = await sql<RecordedRow>(
    `select journal.facts, journal.seq, journal.at, journal_private.text from journal
    left join journal_private on journal_private.session_id = journal.session_id and journal_private.seq = journal.seq
    where journal.session_id = ?::int and journal.seq = ?::bigint`,
    [session ?? null, seq ?? null],
  );
  const corrected = row && correctedIn(row);
  if (!corrected) return null;
  const [person] = await sql<Pick<Correction, 'name' | 'firstName' | 'toHolder'>>(
    `select intern.name, intern.first_name as "firstName",
      exists (select 1 from mandate join account on account.id = mandate.account_id
        where mandate.roster_entry_id = roster_entry.id and lower(account.email) = lower(?)) as "toHolder"
    from roster_entry join intern on intern.id = roster_entry.intern_id where roster_entry.person = ?`,
    [mail.recipient, corrected.person],
  );
  const before = await placeOf(sql, corrected.from);
  const after = corrected.to === null ? null : await placeOf(sql, corrected.to);
  if (!person || !before) return null;
  const { at, seq: number } = row;
  return letterOf({ ...person, before, after, reason: corrected.reason.sealed, at, seq: number }, publicUrl);
}

/** Each sealed value names its own place in the private text: the facts alone find theirs. */
function correctedIn({ facts, text }: RecordedRow): Extract<Fact, { kind: 'corrected' }> | undefined {
  const taken = text === null ? null : (JSON.parse(text) as readonly unknown[]);
  const whole = putSealed(facts, taken) as readonly Fact[];
  return whole.find(fact => fact.kind === 'corrected');
}

async function placeOf(sql: Sql, post: number): Promise<Place | null> {
  const [place] = await sql<Place>(
    `select post.number as post, service.name as service, establishment.name as establishment, establishment.city
    from post
    join service on service.id = post.service_id
    join establishment on establishment.id = service.establishment_id where post.id = ?::int`,
    [post],
  );
  return place ?? null;
}

function letterOf(correction: Correction, publicUrl: string): Letter {
  const { before, after, reason, at, seq } = correction;
  const who = `${correction.firstName} ${correction.name}`;
  return {
    subject: after
      ? `Choix corrigé\u00a0: ${after.service}, ${after.establishment}`
      : `Choix retiré\u00a0: ${before.service}, ${before.establishment}`,
    greeting: 'Bonjour,',
    paragraphs: [opening(correction, who), after ? MOVED : TAKEN_BACK],
    particulars: [
      ['Interne', who],
      ['Avant', textOf(before)],
      ['Maintenant', after ? textOf(after) : 'aucun poste'],
      ...(reason === null ? [] : ([['Motif', reason]] as const)),
      ['Enregistré', parisEvidence(at)],
      ['Ligne', String(seq)],
    ],
    link: { label: 'Voir les affectations', href: `${publicUrl}/affectations` },
  };
}

function opening({ toHolder, after }: Correction, who: string): string {
  const whose = toHolder ? `Le choix de ${who}` : 'Votre choix';
  return after ? `${whose} a été corrigé par l’ARS.` : `${whose} a été retiré par l’ARS.`;
}

const MOVED =
  'Ce message remplace celui de l’enregistrement du choix. Conservez-le\u00a0: il porte le numéro de ligne du procès-verbal. Une question ou un désaccord\u00a0: contactez l’ARS, ci-dessous.';
const TAKEN_BACK =
  'Le message de l’enregistrement du choix ne vaut plus, et le poste est de nouveau offert. L’ARS peut rouvrir le tour, ou affecter un poste après la dernière session\u00a0: contactez-la dès maintenant, ci-dessous.';

const textOf = ({ post, service, establishment, city }: Place): string =>
  `n° ${post}, ${service}, ${establishment}, ${city}`;
