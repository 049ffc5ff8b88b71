/** `npm run admin -- --email a@b.fr [--name "Nadia Ferhat"]`: makes an administrator, or gives the right; prints the link. */
import { parseArgs } from 'node:util';
import { databaseFromEnvironment } from '../../migrations/from-environment.ts';
import { emailAddress } from '../http/input.ts';
import { configOfCommand } from '../kit/config-of-command.ts';
import { makeAdministrator } from '../moderators/make-administrator.ts';

const USAGE = 'Usage\u00a0: npm run admin -- --email prenom.nom@ars.fr [--name "Prénom Nom"]';

process.exitCode = await run();

async function run(): Promise<0 | 1> {
  const asked = readAsked();
  if (asked === null) return refuse(USAGE);
  const config = configOfCommand(process.env, refuse);
  if (config === null) return 1;
  const opened = await databaseFromEnvironment({
    databaseUrl: config.databaseUrl,
    folder: config.dataFolder,
  });
  try {
    const made = await makeAdministrator(opened.database, config, asked);
    process.stdout.write(`${made}\n`);
    return 0;
  } finally {
    await opened.close();
  }
}

function readAsked(): { readonly email: string; readonly name: string } | null {
  try {
    const { values } = parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' } } });
    const email = values.email?.trim() ?? '';
    return emailAddress.safeParse(email).success ? { email, name: values.name?.trim() || email } : null;
  } catch {
    return null; // an option that there is not: the usage says which there are
  }
}

function refuse(text: string): 1 {
  process.stderr.write(`${text}\n`);
  return 1;
}
