/** The API and the live side on one database: what moderators ask over HTTP is decided by a real session. */
import { makeAccounts } from '../../../api/accounts.ts';
import { systemClock } from '../../../api/kit/clock.ts';
import type { Clock } from '../../../api/kit/clock.ts';
import { openLog } from '../../../api/kit/log.ts';
import { hashPassword } from '../../../api/sign-in/passwords.ts';
import { startApi } from '../../../api/start.ts';
import type { SessionId } from '../../../machines/ids.ts';
import { openTheatre } from '../../session-server/support/theatre.ts';
import type { Theatre, TheatreWanted } from '../../session-server/support/theatre.ts';
import type { Watcher } from '../../session-server/support/watcher.ts';
import { PASSWORD, testConfig, visitor } from './running-api.ts';
import type { Visitor } from './running-api.ts';

export interface LiveApi {
  readonly theatre: Theatre;
  readonly url: string;
  /** A moderator over HTTP. */
  readonly desk: Visitor;
  /** The same one's colleague in the room, over a socket. */
  readonly room: Watcher;
  sql<Row>(text: string, params?: readonly unknown[]): Promise<readonly Row[]>;
  start(session?: SessionId): Promise<void>;
  /** The intern of that call order, over HTTP. */
  signedIn(order: number): Promise<Visitor>;
  /** The intern of that call order, connected. */
  enter(order: number): Promise<Watcher>;
  /** The called intern of that order takes the post of that number. */
  choose(intern: Watcher, post: number, turn: number, session?: SessionId): Promise<void>;
  /** @param unchosen how many have not chosen yet; 0: nobody is left, it is no forced close. */
  closeSession(unchosen: number, session?: SessionId): Promise<void>;
  close(): Promise<void>;
}

export async function liveApi(wanted: TheatreWanted = {}): Promise<LiveApi> {
  const theatre = await openTheatre(wanted);
  const { database, clock, stage } = theatre;
  const config = testConfig();
  const log = openLog(config, 'api');
  const api = await startApi({ config, database, log, clock: withRealAlarms(clock) });
  const hash = await hashPassword(PASSWORD);
  await makeAccounts(
    database.sql,
    [{ realm: 'moderator', email: 'bureau@stage.example', name: 'Nadia Ferhat' }],
    hash,
    true,
  );
  const signIn = async (realm: string, email: string): Promise<Visitor> => {
    const browser = visitor(`http://localhost:${api.port}`);
    const answer = await browser.send('POST', '/api/login', { realm, email, password: PASSWORD });
    if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}`);
    return browser;
  };
  const desk = await signIn('moderator', 'bureau@stage.example');
  const room = await theatre.moderator();
  return {
    theatre,
    url: `http://localhost:${api.port}`,
    desk,
    room,
    sql: (text, params) => database.sql(text, params),
    async start(session = stage.session) {
      accepted(await room.ask(session, { type: 'start' }));
    },
    async signedIn(order) {
      const email = `interne${order}@stage.example`;
      await database.sql(`update account set password_hash = ? where realm = 'intern' and email = ?`, [
        hash,
        email,
      ]);
      return signIn('intern', email);
    },
    enter: order => theatre.intern(order),
    async choose(intern, post, turn, session = stage.session) {
      accepted(await intern.ask(session, { type: 'choose', post: theatre.post(post), turn }));
    },
    async closeSession(unchosen, session = stage.session) {
      const force = unchosen === 0 ? null : { unchosen, reason: 'Suite demain' };
      accepted(await room.ask(session, { type: 'close', on: 'running', force }));
    },
    async close() {
      await api.close();
      await theatre.close();
    },
  };
}

function accepted(answer: { readonly type: string }): void {
  if (answer.type !== 'accepted') throw new Error(`answered ${JSON.stringify(answer)}`);
}

/** The API waits for the session's answer by looking again: its looks are real, the hour is the test's. */
const withRealAlarms = (clock: Clock): Clock => ({
  now: () => clock.now(),
  at: (when, act) => systemClock.at(Date.now() + (when - clock.now()), act),
});
