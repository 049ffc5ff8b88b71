/** The letter to somebody who forgot the password: the link that sets another. */
import type { SignInRealm } from '../../../machines/wire/frames.ts';
import { letterOfLink } from './mailed-link.ts';

const WHICH: Readonly<Record<SignInRealm, string>> = {
  intern: 'compte d’interne',
  mandatary: 'compte de procuration',
  moderator: 'compte de gestion',
};

export const resetPassword = letterOfLink(async (link, sql) => {
  const [account] = await sql<{ realm: SignInRealm }>('select realm from account where id = ?::int', [
    link.detail['account'],
  ]);
  if (account === undefined) return null;
  return {
    subject: 'Votre nouveau mot de passe',
    greeting: 'Bonjour,',
    paragraphs: [
      `Un nouveau mot de passe est demandé pour votre ${WHICH[account.realm]}. Ouvrez le lien pour le choisir.`,
      'Vous n’avez rien demandé\u202f? Ne faites rien\u00a0: votre mot de passe reste le même.',
    ],
    particulars: [['Compte', link.email], link.until],
    link: { label: 'Choisir un nouveau mot de passe', href: link.href('/mot-de-passe') },
  };
});
