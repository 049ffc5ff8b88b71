/** The token of the last letter whose link leads to a page: what its reader presses. */
import type { Database } from '../../../migrations/open.ts';
import { eventually } from '../../support/eventually.ts';

/** @param path without its slash, as `mot-de-passe`. @param kind where one page is led to by several letters. */
export async function mailedLink(database: Pick<Database, 'sql'>, path: string, kind = '%'): Promise<string> {
  let token = '';
  await eventually(`a letter with a link to /${path}`, async () => {
    const [last] = await database.sql<{ id: number }>(
      'select id from mail where kind like ? order by id desc limit 1',
      [kind],
    );
    const [letter] = await database.sql<{ body_text: string }>(
      `select body_text from dev_mail join mail on mail.message_id = dev_mail.message_id where mail.id = ?::bigint`,
      [last?.id ?? 0],
    );
    token = new RegExp(`/${path}#([\\w-]+)`).exec(letter?.body_text ?? '')?.[1] ?? '';
    return token !== '';
  });
  return token;
}
