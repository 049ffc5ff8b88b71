/** The letter to somebody who forgot the password: the link that sets another. */
import type { SignInRealm } from '../../../machines/wire/frames.ts';
import type { Sql } from '../../../migrations/open.ts';
import type { MailRow } from '../mail-row.ts';
import type { Letter } from './letter.tsx';
import { letterLink } from './mailed-link.ts';

const WHICH: Readonly<Record<SignInRealm, string>> = {
  intern: 'compte d’interne',
  mandatary: 'compte de procuration',
  moderator: 'compte de gestion',
};

export async function resetPassword(
  sql: Sql,
  mail: MailRow,
  publicUrl: string,
  tokenSecret: string,
): Promise<Letter | null> {
  const link = await letterLink(sql, mail, tokenSecret);
  if (link === null) return null;
  const [account] = await sql<{ realm: SignInRealm }>('select realm from account where id = ?::int', [
    link.detail['account'],
  ]);
  if (account === undefined) return null;
  return {
    subject: 'Votre nouveau mot de passe',
    greeting: 'Bonjour,',
    paragraphs: [
      `Vous avez demandé à changer le mot de passe de votre ${WHICH[account.realm]}. Ouvrez le lien pour en choisir un autre.`,
      'Vous n’avez rien demandé\u00a0? Ne faites rien\u00a0: votre mot de passe reste le même.',
    ],
    particulars: [['Compte', link.email], link.until],
    link: { label: 'Choisir un nouveau mot de passe', href: link.href(publicUrl, '/mot-de-passe') },
  };
}
