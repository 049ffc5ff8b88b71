/** The letters about an intern's own account: to confirm an address, an account that is there already, one complete, deleted, changes. */
import type { Sql } from '../../../migrations/open.ts';
import { TO_BE_CONFIRMED } from '../../sign-in/own-entry.ts';
import type { MailRow } from '../mail-row.ts';
import type { Letter } from './letter.tsx';
import { letterOfLink } from './mailed-link.ts';

export const confirmEmail = letterOfLink(link => ({
  subject: 'Finaliser votre inscription',
  greeting: 'Bonjour,',
  paragraphs: [
    'Cette adresse a été donnée pour créer un compte d’interne. Ouvrez le lien pour choisir un mot de passe et finaliser l’inscription.',
    'Vous n’avez rien demandé\u202f? Ne faites rien\u00a0: sans ce lien aucun compte n’est créé.',
  ],
  particulars: [['Adresse', link.email], link.until],
  link: { label: 'Finaliser mon inscription', href: link.href('/inscription') },
}));

export const accountExists = letterOfLink(link => ({
  subject: 'Vous avez déjà un compte',
  greeting: 'Bonjour,',
  paragraphs: [
    'Une inscription vient d’être demandée pour vous ou avec cette adresse. Vous avez déjà un compte\u00a0: il n’en est pas créé un second.',
    `Mot de passe oublié\u202f? Choisissez-en un autre\u00a0: ${link.page('/mot-de-passe')}`,
    'Ce n’était pas vous\u202f? Votre compte n’a pas changé. Si cela recommence, appelez-nous.',
  ],
  particulars: [['Votre compte', link.email]],
  link: { label: 'Se connecter', href: link.page('/connexion') },
}));

interface AccountRow {
  readonly email: string;
  readonly toBeConfirmed: boolean;
}

async function accountOf(sql: Sql, { data }: MailRow): Promise<AccountRow | null> {
  const [row] = await sql<AccountRow>(
    `select account.email, ${TO_BE_CONFIRMED} as "toBeConfirmed" from account where account.id = ?::int`,
    [data.account ?? null],
  );
  return row ?? null;
}

export async function accountComplete(sql: Sql, mail: MailRow, publicUrl: string): Promise<Letter | null> {
  const account = await accountOf(sql, mail);
  if (account === null) return null;
  return {
    subject: 'Votre compte est créé',
    greeting: 'Bonjour,',
    paragraphs: [
      'Votre compte d’interne est créé. Il reste valable pour tous vos semestres.',
      account.toBeConfirmed
        ? 'Votre numéro INE n’a pas été indiqué\u00a0: votre compte est à confirmer. Vous voyez tout et rangez vos favoris, mais vous ne pourrez choisir qu’une fois le compte confirmé. Appelez-nous pour le confirmer.'
        : 'Vérifiez dès maintenant votre situation et votre ordre d’appel.',
      'Vous n’avez pas créé ce compte\u202f? Appelez-nous tout de suite.',
    ],
    particulars: [['Votre identifiant', account.email]],
    link: { label: 'Ouvrir mon amphithéâtre', href: `${publicUrl}/mon-amphitheatre` },
  };
}

/** Nothing but the address is left of it: the letter says nothing of whom it was made for, for that may be somebody else. */
export async function accountDeleted(_sql: Sql, mail: MailRow, publicUrl: string): Promise<Letter> {
  return {
    subject: 'Votre compte est supprimé',
    greeting: 'Bonjour,',
    paragraphs: [
      'L’ARS a supprimé le compte d’interne qui avait cette adresse. Créé sans numéro INE, il était encore à confirmer. Ses favoris sont effacés, ses appareils déconnectés.',
      'Vous êtes bien cet interne\u202f? Appelez-nous, puis inscrivez-vous de nouveau avec votre numéro INE.',
    ],
    particulars: [['Adresse', mail.recipient]],
    link: { label: 'Aide et contact', href: `${publicUrl}/aide` },
  };
}

export async function passwordChanged(sql: Sql, mail: MailRow, publicUrl: string): Promise<Letter | null> {
  const account = await accountOf(sql, mail);
  if (account === null) return null;
  return {
    subject: 'Votre mot de passe a changé',
    greeting: 'Bonjour,',
    paragraphs: [
      'Le mot de passe de votre compte vient d’être changé, et les autres appareils ont été déconnectés.',
      `Ce n’était pas vous\u202f? Choisissez-en un autre tout de suite (${publicUrl}/mot-de-passe), puis appelez-nous.`,
    ],
    particulars: [['Compte', account.email]],
    link: { label: 'Se connecter', href: `${publicUrl}/connexion` },
  };
}
