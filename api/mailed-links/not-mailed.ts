/** What is answered where a link was not mailed, for the limits of its address: the same to whoever asked for it. */
import type { ProblemCode } from '../http/problem.ts';
import type { NotMailed } from './mail-link.ts';

export const NOT_MAILED = {
  tooSoon: 'MAIL_TOO_SOON',
  enoughToday: 'MAILS_ENOUGH',
} as const satisfies Readonly<Record<NotMailed, ProblemCode>>;
