/** The letters to a moderator whose account was taken away, or who is an administrator no more, or now. */
import type { Sql } from '../../../migrations/open.ts';
import type { MailRow } from '../mail-row.ts';
import type { Letter } from './letter.tsx';

interface Said {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

const NOT_EXPECTED =
  'Vous ne vous y attendiez pas\u202f? Adressez-vous à un administrateur, ou appelez-nous.';

const SAID = {
  removed: {
    subject: 'Votre compte de gestion a été retiré',
    paragraphs: [
      'Un administrateur a retiré votre compte de gestion\u00a0: vous n’avez plus accès aux salles ni aux fiches, et vos appareils ont été déconnectés.',
      NOT_EXPECTED,
    ],
  },
  taken: {
    subject: 'Vous n’êtes plus administrateur',
    paragraphs: [
      'Un administrateur vous a retiré ce droit. Votre compte de gestion reste ouvert\u00a0: vos appareils ont été déconnectés, reconnectez-vous pour continuer.',
      NOT_EXPECTED,
    ],
  },
  given: {
    subject: 'Vous êtes administrateur',
    paragraphs: [
      'Un administrateur vous a donné ce droit\u00a0: vous gérez aussi les comptes de gestion.',
      NOT_EXPECTED,
    ],
  },
} as const satisfies Readonly<Record<string, Said>>;

/** @returns null where the account is gone by now. */
async function letterOf(sql: Sql, { data }: MailRow, said: Said, publicUrl: string): Promise<Letter | null> {
  const [row] = await sql<{ name: string; email: string }>(
    'select name, email from account where id = ?::int',
    [data.account ?? null],
  );
  if (row === undefined) return null;
  return {
    subject: said.subject,
    greeting: `Bonjour ${row.name},`,
    paragraphs: said.paragraphs,
    particulars: [['Compte', row.email]],
    link:
      said === SAID.removed
        ? { label: 'Aide et contact', href: `${publicUrl}/aide` }
        : { label: 'Se connecter', href: `${publicUrl}/connexion?compte=moderator` },
  };
}

export const moderatorRemoved = (sql: Sql, mail: MailRow, publicUrl: string): Promise<Letter | null> =>
  letterOf(sql, mail, SAID.removed, publicUrl);
export const administratorTaken = (sql: Sql, mail: MailRow, publicUrl: string): Promise<Letter | null> =>
  letterOf(sql, mail, SAID.taken, publicUrl);
export const administratorGiven = (sql: Sql, mail: MailRow, publicUrl: string): Promise<Letter | null> =>
  letterOf(sql, mail, SAID.given, publicUrl);
