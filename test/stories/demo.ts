/** The demo set as a newcomer finds it: its sign-ins, its short session, and that session's settings made quick. */
import type { AmphitheatreId, SessionId } from '../../machines/ids.ts';
import type { SessionSettings } from '../../machines/session/world.ts';
import type { House } from '../support/house.ts';
import type { SignInName } from './people.ts';

export interface Demo {
  readonly moderator: SignInName;
  /** The first three of the session's call list. */
  readonly interns: readonly SignInName[];
  /** Chooses for the fourth. */
  readonly holder: SignInName;
  readonly title: string;
  readonly amphitheatre: AmphitheatreId;
  readonly session: SessionId;
}

interface Settings {
  readonly demo: {
    readonly password: string;
    readonly accounts: readonly { readonly realm: string; readonly email: string }[];
  };
}

interface Listed {
  readonly id: AmphitheatreId;
  readonly title: string;
  readonly people: number;
  readonly sessions: readonly { readonly id: SessionId }[];
}

const SHORT = 12; // people

export async function demoOf(house: House): Promise<Demo> {
  const { demo } = await read<Settings>(house, '/api/settings');
  const listed = await read<readonly Listed[]>(house, '/api/amphitheatres');
  const short = listed.find(({ people, sessions }) => people === SHORT && sessions.length === 1);
  const session = short?.sessions[0]?.id;
  const named = (realm: string): SignInName[] =>
    demo.accounts.filter(one => one.realm === realm).map(({ email }) => ({ email, password: demo.password }));
  const [moderator] = named('moderator');
  const [holder] = named('mandatary');
  if (short === undefined || session === undefined || moderator === undefined || holder === undefined)
    throw new Error('the demo set is not what a newcomer is told');
  return { moderator, holder, interns: named('intern'), title: short.title, amphitheatre: short.id, session };
}

/** Before the start: what differs from the platform's own settings. */
export async function setSettings(
  house: House,
  session: SessionId,
  settings: Partial<SessionSettings>,
): Promise<void> {
  await house.database.sql('update session set settings = ?::jsonb where id = ?::int', [
    JSON.stringify(settings),
    session,
  ]);
}

async function read<T>(house: House, path: string): Promise<T> {
  const answer = await fetch(house.url + path, { headers: { connection: 'close' } });
  return (await answer.json()) as T;
}
