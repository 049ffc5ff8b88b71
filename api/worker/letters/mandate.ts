/** The letters of a mandate (M §6): asked for, the link to its holder, accepted, ended. */
import type { Sql } from '../../../migrations/open.ts';
import type { MailRow } from '../mail-row.ts';
import type { Letter } from './letter.tsx';
import { letterOfLink } from './mailed-link.ts';

interface MandateRow {
  readonly email: string;
  readonly intern: string;
  readonly accepted: boolean;
  readonly endedBy: string | null;
}

/** @returns null once it was erased with its semester: nothing is left to say. */
async function readMandate(sql: Sql, id: unknown): Promise<MandateRow | null> {
  const [row] = await sql<MandateRow>(
    `select mandate.email, intern.first_name || ' ' || intern.name as intern,
      mandate.accepted_at is not null as accepted, mandate.ended_by as "endedBy"
    from mandate
    join roster_entry on roster_entry.id = mandate.roster_entry_id
    join intern on intern.id = roster_entry.intern_id
    where mandate.id = ?::int and mandate.email <> ''`,
    [id],
  );
  return row ?? null;
}

const own = (publicUrl: string): Letter['link'] => ({
  label: 'Voir ma procuration',
  href: `${publicUrl}/mon-amphitheatre`,
});

export async function mandateAsked(sql: Sql, { data }: MailRow, publicUrl: string): Promise<Letter | null> {
  const mandate = await readMandate(sql, data.mandate ?? null);
  if (mandate === null) return null;
  return {
    subject: 'Votre demande de procuration est lancée',
    greeting: 'Bonjour,',
    paragraphs: [
      'Votre demande de procuration est partie. La personne reçoit un lien pour l’accepter ou la refuser.',
      'Tant qu’elle n’a pas accepté, c’est vous qui choisissez, et votre présence qui compte.',
      'Vous n’avez rien demandé\u202f? Annulez la procuration sur votre page, puis appelez-nous.',
    ],
    particulars: [['Personne mandatée', mandate.email]],
    link: own(publicUrl),
  };
}

export const acceptMandate = letterOfLink(async (link, sql) => {
  const mandate = await readMandate(sql, link.detail['mandate']);
  if (mandate === null) return null;
  return {
    subject: `Procuration\u00a0: ${mandate.intern} vous demande de choisir à sa place`,
    greeting: 'Bonjour,',
    paragraphs: [
      `${mandate.intern} vous demande de choisir son poste d’interne à sa place, en direct, en 90\u00a0secondes. Ouvrez le lien pour accepter, avec un mot de passe, ou pour refuser.`,
      `Rien n’est fait tant que vous n’avez pas répondu. Le guide du mandataire\u00a0: ${link.page('/informations#mandataire')}`,
      'Vous ne connaissez pas cette personne\u202f? Refusez, ou ne faites rien.',
    ],
    particulars: [['Votre identifiant', link.email], link.until],
    link: { label: 'Répondre à la demande', href: link.href('/procuration/demande') },
  };
});

export async function mandateAccepted(
  sql: Sql,
  { data }: MailRow,
  publicUrl: string,
): Promise<Letter | null> {
  const mandate = await readMandate(sql, data.mandate ?? null);
  if (mandate === null) return null;
  const { email, intern } = mandate;
  if (data.realm === 'mandatary')
    return {
      subject: `Vous choisirez pour ${intern}`,
      greeting: 'Bonjour,',
      paragraphs: [
        `Vous avez accepté la procuration de ${intern}. C’est vous qui choisissez, et votre présence qui compte\u00a0: connectez-vous avant l’heure.`,
        `Le guide du mandataire\u00a0: ${publicUrl}/informations#mandataire`,
        'Ce n’était pas vous\u202f? Appelez-nous tout de suite.',
      ],
      particulars: [['Votre identifiant', email]],
      link: { label: 'Se connecter', href: `${publicUrl}/connexion?compte=mandatary` },
    };
  return {
    subject: 'Votre procuration est acceptée',
    greeting: 'Bonjour,',
    paragraphs: [
      'La personne que vous avez mandatée a accepté. Elle seule choisit désormais, et sa présence compte, pas la vôtre.',
      'Vous gardez vos favoris et suivez la session. Vous pouvez annuler la procuration jusqu’à l’enregistrement d’un choix.',
      'Vous n’avez donné procuration à personne\u202f? Annulez-la sur votre page, puis appelez-nous tout de suite.',
    ],
    particulars: [['Personne mandatée', email]],
    link: own(publicUrl),
  };
}

export async function mandateEnded(sql: Sql, { data }: MailRow, publicUrl: string): Promise<Letter | null> {
  const mandate = await readMandate(sql, data.mandate ?? null);
  if (mandate === null) return null;
  const { email, intern, accepted, endedBy } = mandate;
  const byHolder = endedBy === 'mandatary';
  if (data.realm === 'mandatary')
    return {
      subject: `La procuration de ${intern} prend fin`,
      greeting: 'Bonjour,',
      paragraphs: [
        byHolder
          ? `Vous avez renoncé à la procuration de ${intern}\u00a0: vous ne choisissez plus à sa place.`
          : `${intern} a annulé sa procuration\u00a0: vous n’avez plus rien à faire.`,
      ],
      particulars: [],
      link: { label: 'Le guide du mandataire', href: `${publicUrl}/informations#mandataire` },
    };
  const refusedWords = accepted ? 'a renoncé à votre procuration' : 'a refusé votre procuration';
  return {
    subject: byHolder
      ? `Votre procuration est ${accepted ? 'rendue' : 'refusée'}`
      : 'Votre procuration est annulée',
    greeting: 'Bonjour,',
    paragraphs: [
      byHolder ? `La personne mandatée ${refusedWords}.` : 'Vous avez annulé votre procuration.',
      'C’est vous qui choisissez, et votre présence qui compte. Vous pouvez établir une nouvelle procuration.',
      ...(byHolder ? [] : ['Ce n’était pas vous\u202f? Changez votre mot de passe, puis appelez-nous.']),
    ],
    particulars: [['Personne mandatée', email]],
    link: own(publicUrl),
  };
}
