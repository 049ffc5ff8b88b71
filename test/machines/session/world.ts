/** Small worlds for the tests of a session: people 1…n in call order, posts 101…, one service and line unless said. */
import type {
  AmphitheatreId,
  LineId,
  PersonId,
  PostId,
  ServiceId,
  SessionId,
  SpecialtyId,
} from '../../../machines/ids.ts';
import { DEFAULT_SETTINGS } from '../../../machines/session/world.ts';
import type {
  SessionSettings,
  World,
  WorldPerson,
  WorldPost,
  WorldSeat,
} from '../../../machines/session/world.ts';

export const personId = (number: number): PersonId => `p${String(number).padStart(9, '0')}` as PersonId;
export const postId = (number: number): PostId => (100 + number) as PostId;
export const SURGERY = 1 as SpecialtyId;
export const PAEDIATRICS = 2 as SpecialtyId;
export const LINE = 101 as LineId;

export interface WorldOptions {
  readonly people?: number;
  readonly posts?: number;
  readonly settings?: Partial<SessionSettings>;
  readonly nextSessionAt?: number | null;
  /** By number of the person, over the defaults: classic, connected, nothing planned. */
  readonly person?: Readonly<Record<number, Partial<WorldPerson>>>;
  readonly post?: Readonly<Record<number, Partial<WorldPost>>>;
  readonly seats?: readonly WorldSeat[];
  readonly connected?: boolean;
}

export function worldOf(options: WorldOptions = {}): World {
  const count = options.people ?? 3;
  return {
    amphitheatre: 1 as AmphitheatreId,
    session: 7 as SessionId,
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    nextSessionAt: options.nextSessionAt ?? null,
    people: numbers(count).map(number => ({
      ...somebody(number, options.connected ?? true),
      ...options.person?.[number],
    })),
    posts: numbers(options.posts ?? count + 2).map(number => ({
      ...somePost(number),
      ...options.post?.[number],
    })),
    seats: options.seats ?? [],
  };
}

export const numbers = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1);

function somebody(number: number, connected: boolean): WorldPerson {
  return {
    id: personId(number),
    callOrder: number,
    specialty: SURGERY,
    status: 'classic',
    mandate: false,
    plannedAbsence: null,
    extraTurnMs: 0,
    carried: null,
    connected,
  };
}

const somePost = (number: number): WorldPost => ({
  id: postId(number),
  service: 11 as ServiceId,
  line: LINE,
  reservedFor: null,
  blocked: false,
});
