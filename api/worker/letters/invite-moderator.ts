/** The letter to a moderator who is invited: the link that sets the password, then the second factor. */
import type { Sql } from '../../../migrations/open.ts';
import type { MailRow } from '../mail-row.ts';
import type { Letter } from './letter.tsx';
import { letterLink } from './mailed-link.ts';

export async function inviteModerator(
  sql: Sql,
  mail: MailRow,
  publicUrl: string,
  tokenSecret: string,
): Promise<Letter | null> {
  const link = await letterLink(sql, mail, tokenSecret);
  if (link === null) return null;
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
        ? 'Un compte d’administrateur du choix de postes des internes est prêt pour vous.'
        : 'Un compte de gestion du choix de postes des internes est prêt pour vous.',
      'Ouvrez le lien pour choisir votre mot de passe, puis votre second facteur\u00a0: une clé d’accès, ou une application de votre téléphone.',
      'Vous n’attendiez rien\u00a0? Ne faites rien, ou appelez-nous.',
    ],
    particulars: [['Compte', link.email], link.until],
    link: { label: 'Créer mon accès', href: link.href(publicUrl, '/invitation') },
  };
}
