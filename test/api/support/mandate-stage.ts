/** A live house whose first intern gives a mandate: what the tests of mandates ask, over HTTP. */
import { linkToken } from '../../../api/mailed-links/link-token.ts';
import { liveApi } from './live-api.ts';
import type { LiveApi } from './live-api.ts';
import { testConfig, visitor } from './running-api.ts';
import type { Answer, Visitor } from './running-api.ts';

export const HOLDER = 'sacha@exemple.fr';
/** The holder's password. */
export const WORDS = 'quatre girafes sous la pluie';

export interface MandateStage {
  readonly house: LiveApi;
  /** The first of the call list. */
  readonly intern: Visitor;
  ask(email?: string, from?: Visitor, phone?: string): Promise<Answer>;
  /** What the intern is told of it. */
  mine(): Promise<Answer['body']>;
  cancel(): Promise<Answer>;
  /** Of the last link, as its letter has it. */
  token(): Promise<string>;
  open(what: '' | '/accept' | '/decline', body: object): Promise<Answer>;
  accept(held?: string): Promise<Answer>;
  /** The holder, with their password. */
  signIn(email?: string): Promise<Visitor>;
  /** Kind and recipient of each, in order. */
  mails(): Promise<readonly string[]>;
  /** The minute between two mails to one address is over. */
  later(): Promise<unknown>;
}

export async function mandateStage(): Promise<MandateStage> {
  const house = await liveApi();
  const intern = await house.signedIn(1);
  const open: MandateStage['open'] = (what, body) =>
    visitor(house.url).send('POST', `/api/mandate/invitation${what}`, body);
  const token = async (): Promise<string> => {
    const [row] = await house.sql<{ id: number; createdAt: number }>(
      `select id, (extract(epoch from created_at) * 1000)::float8 as "createdAt" from mailed_link
      where purpose = 'acceptMandate' order by id desc limit 1`,
    );
    return linkToken(testConfig().tokenSecret, row?.id ?? 0, row?.createdAt ?? 0);
  };
  return {
    house,
    intern,
    token,
    open,
    ask: (email = HOLDER, from = intern, phone = '06 12 34 56 78') =>
      from.send('POST', '/api/mandate', { email, phone }),
    mine: async () => (await intern.get('/api/mandate')).body,
    cancel: () => intern.send('DELETE', '/api/mandate'),
    accept: async held =>
      open('/accept', { token: held ?? (await token()), name: 'Sacha Morel', password: WORDS }),
    async signIn(email = HOLDER) {
      const browser = visitor(house.url);
      await browser.send('POST', '/api/login', { realm: 'mandatary', email, password: WORDS });
      return browser;
    },
    async mails() {
      const rows = await house.sql<{ kind: string; recipient: string }>(
        `select kind, recipient from mail where kind like '%andate%' order by id`,
      );
      return rows.map(({ kind, recipient }) => `${kind} ${recipient}`);
    },
    later: () => house.sql(`update mailed_link set created_at = created_at - interval '2 minutes'`),
  };
}
