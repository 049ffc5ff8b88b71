/** A roster, the real API and worker, and the steps of a sign-up as a browser sends them. */
import { DEFAULT_LIMITS } from '../../../api/http/limits.ts';
import { mailedLink } from './mailed-link.ts';
import { runningApi } from './running-api.ts';
import type { Answer, RunningApi, Visitor } from './running-api.ts';
import { seed } from './seed.ts';
import type { Seeded } from './seed.ts';
import { runningWorker } from './worker.ts';

export const NEW_PASSWORD = 'quatre girafes boivent du thé';
export const NEW_EMAIL = 'etienne@exemple.fr';
const OWN = {
  birthDate: '1999-02-28',
  phone: '+33 6 12 34 56 78',
  address: '12 rue des Écoles\n75005 Paris',
  secretQuestion: 'Ma première école ?',
  secretAnswer: 'Jean Jaurès',
};

export interface SigningUp {
  readonly api: RunningApi;
  readonly seeded: Seeded;
  /** The six fields of the first on the call list, changed as asked. */
  match(more?: object): Promise<Answer>;
  /** The second step, with what the first answered. */
  ask(matched: Answer, email?: string): Promise<Answer>;
  /** As the last letter says it. */
  token(): Promise<string>;
  finish(held: string, more?: object, browser?: Visitor): Promise<Answer>;
  /** All of it. */
  signUp(more?: object, email?: string, browser?: Visitor): Promise<Answer>;
  /** As if a minute had passed since the last mail. */
  aMinuteLater(): Promise<unknown>;
  accounts(): Promise<readonly { readonly email: string }[]>;
  close(): Promise<void>;
}

export async function signingUp(): Promise<SigningUp> {
  const api = await runningApi({ limits: { ...DEFAULT_LIMITS, lookUpsPerMinute: 1_000 } });
  const { sql } = api.database;
  const seeded = await seed(sql);
  const worker = await runningWorker(api.database);
  const [specialty] = await sql<{ id: number }>(`select id from specialty where name like 'Chirurgie%'`);
  const fields = {
    ine: 'INE-SECRET-1',
    name: 'Œuvrard',
    firstName: 'Étienne',
    exam: 'ecnEdn',
    promotion: 2024,
    specialty: specialty?.id,
  };
  const steps: SigningUp = {
    api,
    seeded,
    match: more => api.visitor().send('POST', '/api/sign-up', { ...fields, ...more }),
    ask: (matched, email = NEW_EMAIL) =>
      api.visitor().send('POST', '/api/sign-up/email', { matched: matched.body['matched'], email }),
    token: () => mailedLink(api.database, 'inscription', 'confirmEmail'),
    finish: (held, more = {}, browser = api.visitor()) =>
      browser.send('POST', '/api/sign-up/account', { token: held, password: NEW_PASSWORD, ...OWN, ...more }),
    async signUp(more, email, browser) {
      await steps.ask(await steps.match(more), email);
      return steps.finish(await steps.token(), {}, browser);
    },
    aMinuteLater: () => sql(`update mailed_link set created_at = created_at - interval '61 seconds'`),
    accounts: () => sql<{ email: string }>(`select email from account where realm = 'intern'`),
    async close() {
      await worker.close();
      await api.close();
    },
  };
  return steps;
}
