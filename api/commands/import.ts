/** `npm run import`: interns and posts from two CSV files; prints what was done or every fault, exits with 0 or 1. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { databaseFromEnvironment } from '../../migrations/from-environment.ts';
import { type ImportCommand, readCommandLine, USAGE } from '../import/command-line.ts';
import { importAmphitheatres } from '../import/import.ts';
import { faultsText, summaryText } from '../import/report.ts';
import { mailDomainOf } from '../kit/config.ts';
import { configOfCommand } from '../kit/config-of-command.ts';

const read = readCommandLine(process.argv.slice(2));
process.exitCode =
  'problems' in read ? refuse([...read.problems, '', USAGE].join('\n')) : await run(read.command);

async function run(command: ImportCommand): Promise<0 | 1> {
  const [interns, posts] = await Promise.all([open(command.interns), open(command.posts)]);
  const unreadable = [interns, posts].flatMap(file => ('problem' in file ? [file.problem] : []));
  if ('problem' in interns || 'problem' in posts) return refuse(unreadable.join('\n'));
  const config = configOfCommand(process.env, refuse);
  if (config === null) return 1;
  const opened = await databaseFromEnvironment({
    databaseUrl: config.databaseUrl,
    folder: config.dataFolder,
  });
  try {
    const result = await importAmphitheatres(opened.database, {
      ...command,
      interns: interns.bytes,
      posts: posts.bytes,
      mailDomain: mailDomainOf(config),
      fileNames: { interns: basename(command.interns), posts: basename(command.posts) },
    });
    if ('faults' in result) return refuse(faultsText(result.faults));
    process.stdout.write(`${summaryText(result.summary)}\n`);
    return 0;
  } finally {
    await opened.close();
  }
}

async function open(path: string): Promise<{ readonly bytes: Uint8Array } | { readonly problem: string }> {
  try {
    return { bytes: await readFile(path) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    const why = code === 'ENOENT' ? 'ce fichier n’existe pas' : `ce fichier ne s’ouvre pas (${String(code)})`;
    return { problem: `${path}\u00a0: ${why}.` };
  }
}

function refuse(text: string): 1 {
  process.stderr.write(`${text}\n`);
  return 1;
}
