/**
 * Signing up (domain §6): `POST /api/sign-up` with the six fields, `POST …/email`, then with the mailed token
 * `POST …/link` to look (`…/link/renew` where it ran out) and `POST …/account` to finish. Answers tell nobody who has an account.
 */
import { Hono } from 'hono';
import { signedIn } from '../answers.ts';
import { signingUp, signUpMatch, signUpSpecialties } from '../account-answers.ts';
import { passwordFaultText } from '../../machines/password.ts';
import { addressOf } from '../http/address.ts';
import type { Api, ApiEnv } from '../http/api.ts';
import { described, describedSilent } from '../http/described.ts';
import { input } from '../http/input.ts';
import { problem } from '../http/problem.ts';
import { sameTime } from '../http/same-time.ts';
import { NOT_MAILED } from '../mailed-links/not-mailed.ts';
import { beginLogin } from '../sign-in/begin-login.ts';
import { askSignUpMail } from '../sign-up/ask-mail.ts';
import { emailBody, finishBody, linkBody, sixFields } from '../sign-up/bodies.ts';
import { finishSignUp, lookAtSignUp } from '../sign-up/finish.ts';
import { readMatch, signMatch } from '../sign-up/match-token.ts';
import { renewLink } from '../sign-up/renew-link.ts';
import { findOnRoster, readSpecialties, triedName } from '../sign-up/roster.ts';

export function signUpRoutes(api: Api): Hono<ApiEnv> {
  const { database, config, clock } = api;
  const routes = new Hono<ApiEnv>();
  routes.use('/sign-up/*', async (context, next) => {
    context.header('cache-control', 'no-store');
    if (context.req.method === 'POST') await api.limits.lookUp(addressOf(context, config.trustedProxyHeader));
    return next();
  });

  routes.get(
    '/sign-up/specialties',
    described('The DES of the semester’s roster, by name', signUpSpecialties),
    async context => context.json(await readSpecialties(database.sql)),
  );

  routes.post(
    '/sign-up',
    described('Whether the six fields mean one person of the roster; never which was wrong', signUpMatch),
    input('json', sixFields),
    async context => {
      const fields = context.req.valid('json');
      const [tried, address] = [triedName(fields), addressOf(context, config.trustedProxyHeader)];
      if (!(await api.limits.maySignIn(tried, address))) {
        context.header('retry-after', '60');
        return problem(context, 'TOO_MANY');
      }
      const match = await sameTime(clock, () => findOnRoster(database.sql, fields));
      if (match === null) {
        await api.limits.failed(tried);
        api.log.info({}, 'sign-up.no-match');
        return problem(context, 'NO_MATCH');
      }
      return context.json({ matched: await signMatch(config, match, clock.now()) });
    },
  );

  routes.post(
    '/sign-up/email',
    describedSilent('Mails the link that goes on; answers the same whoever has an account'),
    input('json', emailBody),
    async context => {
      const { matched, email } = context.req.valid('json');
      const match = await readMatch(config, matched, clock.now());
      if (match === null) return problem(context, 'SIGN_UP_AGAIN');
      const mailed = await sameTime(clock, () => askSignUpMail(database, config, match, email));
      return mailed === 'mailed' ? context.body(null, 204) : problem(context, NOT_MAILED[mailed]);
    },
  );

  routes.post(
    '/sign-up/link',
    described('What the ARS knows of whoever opened the link; looking does not use it', signingUp),
    input('json', linkBody),
    async context => {
      const found = await lookAtSignUp(database.sql, context.req.valid('json').token);
      return found === null ? problem(context, 'LINK_ENDED') : context.json(found);
    },
  );

  routes.post(
    '/sign-up/link/renew',
    describedSilent(
      'Mails another link to the address of one that ran out; answers the same whatever it was',
    ),
    input('json', linkBody),
    async context => {
      const { token } = context.req.valid('json');
      const mailed = await sameTime(clock, () => renewLink(database, config, token));
      if (mailed === 'tooSoon') return problem(context, 'MAIL_TOO_SOON');
      return mailed === 'enoughToday' ? problem(context, 'MAILS_ENOUGH') : context.body(null, 204);
    },
  );

  routes.post(
    '/sign-up/account',
    described('Makes the account, uses the link up and signs in', signedIn),
    input('json', finishBody),
    async context => {
      const { token, password, ...own } = context.req.valid('json');
      const found = await lookAtSignUp(database.sql, token);
      if (found === null) return problem(context, 'LINK_ENDED');
      const { name, firstName, birthName } = found.known;
      const fault = await api.guessing.fault(password, [found.email, name, firstName, birthName ?? '']);
      if (fault !== null)
        return problem(context, 'PASSWORD_REFUSED', {
          detail: passwordFaultText(fault),
          fields: ['password'],
        });
      const finished = await finishSignUp(database, config, token, password, own);
      if (finished.kind === 'linkOver') return problem(context, 'LINK_ENDED');
      if (finished.kind === 'accountExists') return problem(context, 'ACCOUNT_EXISTS');
      api.log.info({ account: finished.account }, 'account.made');
      return context.json({ intern: await beginLogin(api, context, 'intern', finished.account) });
    },
  );
  return routes;
}
