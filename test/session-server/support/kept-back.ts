/** A database whose answer to one statement is kept back for as long as a test wants: what happens meanwhile, happens in its middle. */
import type { Database, Sql } from '../../../migrations/open.ts';

export interface KeptBack {
  /** The same database, as the live side sees it. */
  readonly seen: (database: Database) => Database;
  /** The answer to the next statement that holds these words is kept back. @returns once it is asked. */
  keepNext(words: string): Promise<void>;
  /** Answers; or, where it was not asked, keeps nothing back any more. */
  letGo(): void;
}

export function keptBack(): KeptBack {
  let kept: { readonly words: string; readonly isAsked: () => void } | null = null;
  let letGo = (): void => undefined;
  return {
    seen: database => {
      const sql: Sql = async (text, params) => {
        const rows = await database.sql<never>(text, params);
        if (!kept || !text.includes(kept.words)) return rows;
        const { isAsked } = kept;
        kept = null;
        await new Promise<void>(resolve => {
          letGo = resolve;
          isAsked();
        });
        return rows;
      };
      return { ...database, sql };
    },
    keepNext: words => new Promise(resolve => (kept = { words, isAsked: resolve })),
    letGo() {
      kept = null;
      letGo();
    },
  };
}
