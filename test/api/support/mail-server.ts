/** A mail server for tests: keeps what it is handed, and can fail or do something at the last moment before its 250. */
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  readonly url: string;
  readonly received: readonly ParsedMail[];
  close(): Promise<void>;
}

/** @param port 0 for a free one. @param beforeAnswer runs when the mail is whole and not yet acknowledged. */
export async function mailServer(port = 0, beforeAnswer: () => void = () => undefined): Promise<MailServer> {
  const received: ParsedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 50, // ms: a worker's pool keeps its connections open
    onData(stream, _session, answered) {
      const keep = async (): Promise<void> => {
        received.push(await simpleParser(stream));
        beforeAnswer();
      };
      keep().then(() => answered(), answered);
    },
  });
  server.on('error', () => undefined); // a client that was killed resets its connection
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', () => resolve()));
  const { port: at } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${at}`,
    received,
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}
