/**
 * A house reduced to its database, as a process of its own that the tests kill. Opens the embedded server of the
 * folder it is given, tells so in one line of JSON, and closes when its input ends or on SIGINT, after one last query.
 * With `transaction` it leaves one row committed and one in an open transaction before it tells.
 */
import { Client } from 'pg';
import { openEmbedded } from '../../../migrations/embedded/open.ts';

const [folder = '', mode = ''] = process.argv.slice(2);
const log = { info: () => undefined, warn: () => undefined };
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

try {
  const embedded = await openEmbedded({ folder, log });
  const client = new Client({ connectionString: embedded.url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('create table if not exists kept (text text not null)');
  if (mode === 'transaction') {
    await client.query("insert into kept values ('committed')");
    await client.query('begin');
    await client.query("insert into kept values ('open')");
  }
  let closing = false;
  const close = async (): Promise<void> => {
    if (closing) return;
    closing = true;
    await client.query("insert into kept values ('drained')");
    await client.end();
    await embedded.close();
    say({ closed: true });
    process.exit();
  };
  process.on('SIGINT', () => void close());
  process.stdin.on('end', () => void close()).resume();
  say({ url: embedded.url, port: embedded.port });
} catch (error) {
  say({ refused: error instanceof Error ? error.name : String(error) });
  process.exit(1);
}
