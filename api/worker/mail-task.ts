/** The job `mail`: looks its row up, writes the letter, hands it over. Thrown = tried again after a while, 8 times. */
import type { Sql } from '../../migrations/open.ts';
import { z } from 'zod';
import type { Config } from '../kit/config.ts';
import type { Log } from '../kit/log.ts';
import type { Delivery } from './deliver.ts';
import {
  accountComplete,
  accountDeleted,
  accountExists,
  confirmEmail,
  passwordChanged,
} from './letters/account.ts';
import { changeEmail, emailChanged, leaveEmail } from './letters/email-change.ts';
import { choiceCorrected } from './letters/choice-corrected.ts';
import { choiceMade } from './letters/choice-made.ts';
import { tellAndAsk } from '../notifications/by-mail.ts';
import { establishmentReader } from './letters/establishment-reader.ts';
import { inviteModerator } from './letters/invite-moderator.ts';
import { renderLetter } from './letters/letter.tsx';
import type { WriteLetter } from './letters/letter.tsx';
import { secondFactorChanged } from './letters/second-factor-changed.ts';
import { acceptMandate, mandateAccepted, mandateAsked, mandateEnded } from './letters/mandate.ts';
import { administratorGiven, administratorTaken, moderatorRemoved } from './letters/rights-changed.ts';
import { resetPassword } from './letters/reset-password.ts';
import { statusAsked, statusDecided } from './letters/status-request.ts';
import { amphitheatreOpened, sessionTime } from './letters/session-hour.ts';
import { news } from './letters/news.ts';
import { readMail } from './mail-row.ts';

/** One file per kind of letter in `letters/`; a kind that is not here is a fault and stays in the queue. */
const LETTERS: Readonly<Record<string, WriteLetter>> = {
  choiceMade,
  choiceCorrected,
  amphitheatreOpened,
  sessionTime,
  establishmentReader,
  message: news,
  messageToMe: news,
  offerChanged: news,
  resetPassword,
  statusAsked,
  statusDecided,
  secondFactorChanged,
  inviteModerator,
  moderatorRemoved,
  administratorTaken,
  administratorGiven,
  confirmEmail,
  accountExists,
  accountComplete,
  accountDeleted,
  passwordChanged,
  mandateAsked,
  acceptMandate,
  mandateAccepted,
  mandateEnded,
  leaveEmail,
  changeEmail,
  emailChanged,
};

export interface MailParts {
  readonly sql: Sql;
  readonly config: Pick<Config, 'agency' | 'publicUrl' | 'tokenSecret'>;
  readonly delivery: Delivery;
  readonly log: Log;
}

const jobPayload = z.object({ mail: z.number() });

export async function sendMail({ sql, config, delivery, log }: MailParts, payload: unknown): Promise<void> {
  const mail = await readMail(sql, jobPayload.parse(payload).mail);
  if (mail === null || mail.sent) return; // purged, or sent by a worker that died before it could say so to the queue
  if ((await tellAndAsk(sql, mail)) === 'unwanted') return log.info({ mail: mail.id }, 'mail.unwanted');
  const write = LETTERS[mail.kind];
  if (write === undefined) throw new Error(`no letter for mail ${mail.id} of kind ${mail.kind}`);
  const letter = await write(sql, mail, config.publicUrl, config.tokenSecret);
  if (letter === null) return log.warn({ mail: mail.id }, 'mail.nothing-to-say');
  await delivery.deliver(mail, renderLetter(letter, config.agency));
  log.info({ mail: mail.id, kind: mail.kind }, 'mail.sent');
}
