/** Everything that is kept of an account and its person, in one statement: `POST /me/data` hands it over, nothing keeps it. */
import type { AccountId, Ms } from '../../machines/ids.ts';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Config } from '../kit/config.ts';
import { OWN_DATA_FORMAT, OWN_DATA_VERSION } from '../own-data-answers.ts';
import type { OwnData, OwnDataPart } from '../own-data-answers.ts';
import * as account from './account.ts';
import * as person from './person.ts';
import * as record from './record.ts';
import * as told from './told.ts';
import { WHOSE } from './whose.ts';

const listed = (part: string): string => `(select coalesce(json_agg(part), '[]') from (${part}) part)`;
const single = (part: string): string => `(select row_to_json(part) from (${part}) part)`;

/** SQL, in the order of the file. */
const PARTS: Readonly<Record<OwnDataPart, string>> = {
  account: single(account.ACCOUNT),
  identity: single(person.IDENTITY),
  roster: listed(person.ROSTER),
  plannedAbsences: listed(person.PLANNED_ABSENCES),
  statusRequests: listed(person.STATUS_REQUESTS),
  assignments: listed(person.ASSIGNMENTS),
  mandates: listed(person.MANDATES),
  favourites: listed(person.FAVOURITES),
  savedSearches: listed(told.SAVED_SEARCHES),
  messages: listed(person.MESSAGES),
  notifications: listed(told.NOTIFICATIONS),
  notificationsRead: listed(told.NOTIFICATIONS_READ),
  notificationChoices: listed(told.NOTIFICATION_CHOICES),
  logins: listed(account.LOGINS),
  passkeys: listed(account.PASSKEYS),
  authenticatorSince: `(${account.AUTHENTICATOR_SINCE})`,
  recoveryCodesLeft: `(${account.RECOVERY_CODES_LEFT})`,
  mails: listed(told.MAILS),
  mailedLinks: listed(account.MAILED_LINKS),
  sessionFacts: listed(record.SESSION_FACTS),
  actsAboutYou: listed(record.ACTS_ABOUT_YOU),
  actsMade: listed(record.ACTS_MADE),
};

const STATEMENT = `with ${WHOSE} select realm, ${Object.entries(PARTS)
  .map(([part, text]) => `${text} as "${part}"`)
  .join(', ')} from whose`;

/** Where the page says in French what each part is. */
const EXPLAINED = '/donnees-personnelles#mes-donnees';

/** @param at the hour that the file bears. */
export async function readOwnData(
  sql: Sql,
  { publicUrl }: Pick<Config, 'publicUrl'>,
  asked: AccountId,
  at: Ms,
): Promise<OwnData> {
  const [row] = await sql<Pick<OwnData, OwnDataPart> & { readonly realm: SignInRealm }>(STATEMENT, [asked]);
  if (row === undefined) throw new Error(`account ${asked} is signed in and gone`);
  return {
    format: OWN_DATA_FORMAT,
    version: OWN_DATA_VERSION,
    madeAt: new Date(at).toISOString(),
    explainedAt: publicUrl + EXPLAINED,
    ...row,
  };
}
