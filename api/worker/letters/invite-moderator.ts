/** The letter to a moderator who is invited: the link that sets the password, then the second factor. */
import { letterOfLink } from './mailed-link.ts';

export const inviteModerator = letterOfLink(async (link, sql) => {
  const [account] = await sql<{ name: string; administrator: boolean }>(
    'select name, administrator from account where id = ?::int and removed_at is null',
    [link.detail['account']],
  );
  if (account === undefined) return null;
  return {
    subject: 'Votre compte de gestion du choix de postes',
    greeting: `Bonjour ${account.name},`,
    paragraphs: [
      account.administrator
        ? 'Un compte d’administration du choix de postes des internes est prêt pour vous. Ouvrez le lien pour choisir votre mot de passe.'
        : 'Un compte de gestion du choix de postes des internes est prêt pour vous. Ouvrez le lien pour choisir votre mot de passe.',
      'Vous choisirez ensuite un second moyen de connexion\u00a0: une clé d’accès, ou une application de votre téléphone.',
      'Vous n’attendiez rien\u202f? Ne faites rien, ou appelez-nous.',
    ],
    particulars: [['Compte', link.email], link.until],
    link: { label: 'Créer mon accès', href: link.href('/invitation') },
  };
});
