/** The letter to a moderator whose second factor was added, replaced or taken away. */
import type { Sql } from '../../../migrations/open.ts';
import type { MailRow } from '../mail-row.ts';
import type { Letter } from './letter.tsx';

/** @returns null where the account is gone by now. */
export async function secondFactorChanged(
  sql: Sql,
  { data }: MailRow,
  publicUrl: string,
): Promise<Letter | null> {
  const [row] = await sql<{ name: string; email: string }>(
    'select name, email from account where id = ?::int',
    [data.account ?? null],
  );
  if (row === undefined) return null;
  return {
    subject: 'Vos moyens de connexion ont changé',
    greeting: `Bonjour ${row.name},`,
    paragraphs: [
      'Une clé d’accès, une application ou vos codes de secours ont été ajoutés, remplacés ou retirés sur votre compte de gestion.',
      'Ce n’était pas vous\u202f? Appelez-nous tout de suite\u00a0: quelqu’un d’autre a peut-être votre mot de passe.',
    ],
    particulars: [['Compte', row.email]],
    link: { label: 'Voir mes moyens de connexion', href: `${publicUrl}/mon-acces` },
  };
}
