/** `npm run verify -- <session>`: recomputes a session from its journal; exits with 0 where all agrees, 1 where not, 2 where nothing could be verified. */
import type { SessionId } from '../../machines/ids.ts';
import { databaseFromEnvironment } from '../../migrations/from-environment.ts';
import { configOfCommand } from '../../api/kit/config-of-command.ts';
import { verifySession } from '../journal/verify/verify-session.ts';
import { reportText, USAGE } from './verify-text.ts';

const session = readSession(process.argv.slice(2));
process.exitCode = session === null ? refuse(USAGE) : await run(session);

async function run(id: SessionId): Promise<0 | 1 | 2> {
  const config = configOfCommand(process.env, refuse);
  if (config === null) return 2;
  const opened = await databaseFromEnvironment({
    databaseUrl: config.databaseUrl,
    folder: config.dataFolder,
  });
  try {
    const report = await opened.database.transaction(async sql => {
      await sql('set transaction isolation level repeatable read, read only'); // one moment of a live session
      return await verifySession(sql, id);
    });
    if (!report) return refuse(`Il n’y a pas de session ${id}.`);
    if (report.rows === 0)
      return refuse(`La session ${id} n’a pas encore commencé\u00a0: elle n’a pas de procès-verbal.`);
    process.stdout.write(`${reportText(report)}\n`);
    return report.disagreements.length === 0 ? 0 : 1;
  } finally {
    await opened.close();
  }
}

/** Null where the words are not one number. */
function readSession([word, ...more]: readonly string[]): SessionId | null {
  return word !== undefined && more.length === 0 && /^[1-9]\d{0,8}$/u.test(word)
    ? (Number(word) as SessionId)
    : null;
}

function refuse(text: string): 2 {
  process.stderr.write(`${text}\n`);
  return 2;
}
