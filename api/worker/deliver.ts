/** Where a rendered mail goes: through SMTP, or into the development mailbox where there is none. */
import { createTransport } from 'nodemailer';
import type { Database } from '../../migrations/open.ts';
import type { Config } from '../kit/config.ts';
import type { RenderedLetter } from './letters/letter.tsx';
import { markSent } from './mail-row.ts';
import type { MailRow } from './mail-row.ts';

export interface Delivery {
  /** Marks the row sent. @throws where it could not be handed over: the job comes back later. */
  deliver(mail: MailRow, letter: RenderedLetter): Promise<void>;
  close(): void;
}

export function openDelivery(config: Pick<Config, 'smtpUrl' | 'mailFrom'>, database: Database): Delivery {
  return config.smtpUrl === null
    ? developmentMailbox(database)
    : smtp(config.smtpUrl, config.mailFrom, database);
}

// Together well under the 5 minutes after which a job's lock is taken for a dead worker's (facts §3).
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

// One address and nothing that could begin another, or another header.
const ADDRESS = /^[^\s,;:<>()"\\@]+@[^\s,;:<>()"\\@]+$/;

function smtp(url: string, from: string, database: Database): Delivery {
  const transport = createTransport({ url, pool: true, maxConnections: 2, ...TIMEOUTS });
  return {
    async deliver(mail, { subject, text, html }) {
      if (!ADDRESS.test(mail.recipient)) throw new Error(`mail ${mail.id} has no usable address`);
      const to = { name: '', address: mail.recipient };
      // The same Message-ID at each attempt: a mail sent twice is one mail to whoever reads it.
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        html,
        messageId: `<${mail.messageId}>`,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      await markSent(database.sql, mail.id);
    },
    close: () => transport.close(),
  };
}

function developmentMailbox(database: Database): Delivery {
  return {
    async deliver(mail, { subject, text, html }) {
      await database.transaction(async sql => {
        await sql(
          `insert into dev_mail (message_id, recipient, subject, body_text, body_html) values (?, ?, ?, ?, ?)
          on conflict (message_id) do nothing`,
          [mail.messageId, mail.recipient, subject, text, html],
        );
        await markSent(sql, mail.id);
      });
    },
    close: () => undefined,
  };
}
