/** A moderator's password was right: the second factor is asked for, or where there is none yet, enrolled (domain §6). */
import type { Context } from 'hono';
import type { AccountId } from '../../machines/ids.ts';
import type { Api } from '../http/api.ts';
import type { SecondFactorAsked } from '../second-factor-answers.ts';
import { setStep } from '../sign-in/cookies.ts';
import { isEnrolled, waysOf } from './factors.ts';
import { openStep } from './steps.ts';

export async function askSecondFactor(
  api: Api,
  context: Context,
  account: AccountId,
): Promise<SecondFactorAsked> {
  const ways = await waysOf(api.database.sql, account);
  const kind = isEnrolled(ways) ? 'verify' : 'enrol';
  setStep(context, await openStep(api.database.sql, account, kind));
  api.log.info({ account, kind }, 'login.second-factor-asked');
  return { secondFactor: { kind, ways: [...ways] } };
}
