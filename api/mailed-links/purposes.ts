/** What mailed links are for, and how long each is good. One more: its line here, its letter in `worker/letters/`. */

const HOUR_S = 3_600;

/** In seconds. Short where the link alone opens an account, longer where somebody must first be reached (ASVS 6.4.1). */
export const LINK_LIFE_S = {
  /** Signing up: the address is theirs; the account is made behind it. */
  confirmEmail: 24 * HOUR_S,
  /** A sign-up for somebody who has an account: the letter says so to the account's own address, and opens nothing. */
  accountExists: HOUR_S,
  resetPassword: HOUR_S,
  /** A change of e-mail, said yes to at the address that is left … */
  leaveEmail: 24 * HOUR_S,
  /** … and at the one that comes. */
  changeEmail: 24 * HOUR_S,
  acceptMandate: 72 * HOUR_S,
  inviteModerator: 72 * HOUR_S,
} as const;

export type LinkPurpose = keyof typeof LINK_LIFE_S;

/** Between two mails of one purpose to one address (domain §6, «renvoyer le mail»). */
export const RESEND_AFTER_S = 60;
/** Mails of one purpose to one address within 24 hours. */
export const MAILS_A_DAY = 5;
