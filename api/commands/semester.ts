/** `npm run semester`: closes the current semester and opens the next; prints what was done or why not, exits with 0 or 1. */
import { databaseFromEnvironment } from '../../migrations/from-environment.ts';
import { configOfCommand } from '../kit/config-of-command.ts';
import { readCommandLine, USAGE } from '../semester/command-line.ts';
import { openSemester } from '../semester/open-semester.ts';
import { reportOf } from '../semester/report.ts';

const read = readCommandLine(process.argv.slice(2));
process.exitCode =
  'problems' in read ? refuse([...read.problems, '', USAGE].join('\n')) : await run(read.open);

async function run(code: string): Promise<0 | 1> {
  const config = configOfCommand(process.env, refuse);
  if (config === null) return 1;
  const opened = await databaseFromEnvironment({
    databaseUrl: config.databaseUrl,
    folder: config.dataFolder,
  });
  try {
    const { text, refused } = reportOf(await openSemester(opened.database, code));
    if (refused) return refuse(text);
    process.stdout.write(`${text}\n`);
    return 0;
  } finally {
    await opened.close();
  }
}

function refuse(text: string): 1 {
  process.stderr.write(`${text}\n`);
  return 1;
}
