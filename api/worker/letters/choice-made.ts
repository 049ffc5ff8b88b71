/** The letter after a choice: to the intern, and to the holder who made it in their place. */
import type { Sql } from '../../../migrations/open.ts';
import { parisEvidence } from '../paris-time.ts';
import type { Letter } from './letter.tsx';
import type { MailRow } from '../mail-row.ts';

interface MadeChoice {
  readonly name: string;
  readonly firstName: string;
  readonly toHolder: boolean;
  readonly by: 'intern' | 'mandatary' | 'moderator';
  readonly post: string;
  readonly service: string;
  readonly establishment: string;
  readonly city: string;
  readonly at: number;
  readonly seq: number;
}

/** @returns null where the row names no assignment: nothing to say, nothing to try again. */
export async function choiceMade(sql: Sql, mail: MailRow, publicUrl: string): Promise<Letter | null> {
  const { session, seq } = mail.data;
  const [choice] = await sql<MadeChoice>(
    `select intern.name, intern.first_name as "firstName", assignment.made_by as "by",
      exists (select 1 from mandate join account on account.id = mandate.account_id
        where mandate.roster_entry_id = roster_entry.id and lower(account.email) = lower(?)) as "toHolder",
      post.number as post, service.name as service, establishment.name as establishment, establishment.city,
      (extract(epoch from assignment.at) * 1000)::float8 as at, assignment.seq
    from assignment
    join roster_entry on roster_entry.id = assignment.roster_entry_id
    join intern on intern.id = roster_entry.intern_id
    join post on post.id = assignment.post_id
    join service on service.id = post.service_id
    join establishment on establishment.id = service.establishment_id
    where assignment.session_id = ?::int and assignment.seq = ?::bigint`,
    [mail.recipient, session ?? null, seq ?? null],
  );
  return choice === undefined ? null : letterOf(choice, publicUrl);
}

function letterOf(choice: MadeChoice, publicUrl: string): Letter {
  const who = `${choice.firstName} ${choice.name}`;
  return {
    subject: `Choix enregistré\u00a0: ${choice.service}, ${choice.establishment}`,
    greeting: 'Bonjour,',
    paragraphs: [
      `${opening(choice, who)} Il est définitif.`,
      'Conservez ce message\u00a0: il porte le numéro de ligne du procès-verbal.',
      ...(choice.by === 'moderator' || choice.toHolder
        ? []
        : ['Ce n’était pas vous\u202f? Appelez-nous tout de suite.']),
    ],
    particulars: [
      ['Interne', who],
      ['Poste', `n° ${choice.post}`],
      ['Service', choice.service],
      ['Établissement', `${choice.establishment}, ${choice.city}`],
      ['Enregistré', parisEvidence(choice.at)],
      ['Ligne', String(choice.seq)],
    ],
    link: { label: 'Voir les affectations', href: `${publicUrl}/affectations` },
  };
}

function opening({ toHolder, by }: MadeChoice, who: string): string {
  if (toHolder) return `Le choix fait au nom de ${who} est enregistré.`;
  if (by === 'moderator') return 'L’ARS a choisi un poste pour vous. Ce choix est enregistré.';
  return by === 'mandatary'
    ? 'La personne à qui vous avez donné procuration a choisi un poste pour vous. Ce choix est enregistré.'
    : 'Votre choix est enregistré.';
}
