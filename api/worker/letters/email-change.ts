/** The letters of a change of e-mail: to the address that is left, to the one that comes, and once it is done to both. */
import type { Sql } from '../../../migrations/open.ts';
import type { MailRow } from '../mail-row.ts';
import type { Letter } from './letter.tsx';
import { letterOfLink } from './mailed-link.ts';

export const leaveEmail = letterOfLink(link => ({
  subject: 'Votre adresse e-mail va changer',
  greeting: 'Bonjour,',
  paragraphs: [
    'Une autre adresse est demandée pour votre compte. Ouvrez ce lien et celui qui vient de partir à la nouvelle adresse\u00a0: elle change quand les deux sont ouverts.',
    `Ce n’était pas vous\u202f? N’ouvrez pas ce lien, changez votre mot de passe (${link.page('/mot-de-passe')}) et appelez-nous.`,
  ],
  particulars: [['Nouvelle adresse', String(link.detail['to'])], link.until],
  link: { label: 'Accepter le changement', href: link.href('/adresse') },
}));

export const changeEmail = letterOfLink(link => ({
  subject: 'Confirmer votre nouvelle adresse e-mail',
  greeting: 'Bonjour,',
  paragraphs: [
    'Cette adresse est demandée pour un compte d’interne. Ouvrez ce lien et celui qui vient de partir à l’ancienne adresse\u00a0: elle change quand les deux sont ouverts.',
    'Vous n’avez rien demandé\u202f? Ne faites rien\u00a0: sans ce lien rien ne change.',
  ],
  particulars: [['Nouvelle adresse', link.email], link.until],
  link: { label: 'Confirmer cette adresse', href: link.href('/adresse') },
}));

export async function emailChanged(sql: Sql, mail: MailRow, publicUrl: string): Promise<Letter | null> {
  const [account] = await sql<{ email: string }>('select email from account where id = ?::int', [
    mail.data.account ?? null,
  ]);
  if (account === undefined) return null;
  return {
    subject: 'Votre adresse e-mail a changé',
    greeting: 'Bonjour,',
    paragraphs: [
      'L’adresse de votre compte a changé. La nouvelle est votre identifiant, et l’ARS vous y écrira.',
      'Ce n’était pas vous\u202f? Appelez-nous tout de suite.',
    ],
    particulars: [['Nouvelle adresse', account.email]],
    link: { label: 'Se connecter', href: `${publicUrl}/connexion` },
  };
}
