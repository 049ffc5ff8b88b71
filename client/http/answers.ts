/** What the API answers, as the pages read it. Written here, since the routes' own types stay inside the API. */
import type { Phase } from '../../machines/directory.ts';
import type { AmphitheatreId, Ms, PersonId, SessionId } from '../../machines/ids.ts';
import type { SessionStateName } from '../../machines/session/state.ts';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import type { DeskRow } from '../../machines/wire/frames.ts';

export type SignInRealm = 'intern' | 'mandatary' | 'moderator';

/** `GET /settings` */
export interface Settings {
  readonly region: string;
  readonly agency: Agency;
  readonly usualReasons: UsualReasons;
  readonly semester: string | null;
  readonly demo: { readonly password: string; readonly accounts: readonly DemoAccount[] } | null;
  readonly development: boolean;
}

/** What moderators pick from instead of typing. */
export interface UsualReasons {
  readonly pause: readonly string[];
  readonly absence: readonly string[];
  readonly close: readonly string[];
}

export interface Agency {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly hours: string;
}

export interface DemoAccount {
  readonly realm: SignInRealm;
  readonly email: string;
  readonly name: string;
  readonly callOrder: number | null;
}

/** `GET /me` */
export type Me = { readonly [Realm in SignInRealm]: Identity | null };

export interface Identity {
  readonly name: string;
  readonly firstName: string | null;
  readonly email: string;
  readonly person: PersonId | null;
  readonly callOrder: number | null;
  readonly amphitheatre: AmphitheatreId | null;
  readonly session: SessionId | null;
  readonly forPerson: { readonly name: string; readonly firstName: string } | null;
}

/** `GET /amphitheatres` */
export interface ListedAmphitheatre {
  readonly id: AmphitheatreId;
  readonly title: string;
  readonly group: string;
  readonly phase: Phase;
  readonly published: { readonly offer: boolean; readonly timetable: boolean; readonly callList: boolean };
  readonly edition: number;
  readonly perSession: number | null;
  readonly firstAt: Ms | null;
  readonly people: number;
  readonly posts: number;
  readonly sessions: readonly ListedSession[];
}

export interface ListedSession {
  readonly id: SessionId;
  readonly number: number;
  readonly state: SessionStateName;
  readonly startsAt: Ms | null;
  readonly size: number;
  readonly chosen: number;
}

/** `GET /desk/amphitheatres/:id/people`: what the tables hold before a session begins. */
export interface RosterPerson {
  readonly person: PersonId;
  readonly status: ChoiceStatus;
  readonly mandate: boolean;
  readonly plannedAbsence: string | null;
}

/** `GET /desk/sessions/:id/journal` */
export interface JournalPage {
  /** Newest first. */
  readonly rows: readonly DeskRow[];
  readonly before: number | null;
}

/** `GET /assignments` */
export interface AssignmentPage {
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly pages: number;
  readonly items: readonly PublicAssignment[];
}

export interface PublicAssignment {
  readonly person: PersonId;
  readonly name: string;
  readonly firstName: string;
  readonly callOrder: number;
  readonly specialty: string;
  readonly amphitheatre: string;
  readonly service: string;
  readonly establishment: string;
  readonly city: string;
  readonly department: string;
  readonly at: Ms;
}

/** `GET /dev/mails` and one of them */
export interface DevMail {
  readonly id: number;
  readonly messageId: string;
  readonly recipient: string;
  readonly subject: string;
  readonly at: Ms;
}

export interface WholeDevMail extends DevMail {
  readonly text: string;
  readonly html: string;
}
