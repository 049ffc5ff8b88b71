/** One's row as it is read. */
import type { AmphitheatreId, Ms, SessionId } from '../../machines/ids.ts';
import type { SessionStateName } from '../../machines/session/state.ts';
import type { MyAmphitheatre } from '../my-amphitheatre-answers.ts';

/** Told as they stand: the same for the intern and for the holder until `own.ts` leaves out what is the intern's alone. */
export interface MyRow
  extends Pick<
    MyAmphitheatre,
    | 'semester'
    | 'name'
    | 'firstName'
    | 'group'
    | 'phase'
    | 'specialty'
    | 'status'
    | 'extraTurnMs'
    | 'mandate'
    | 'orderChecked'
    | 'outcome'
    | 'choice'
  > {
  readonly person: string;
  readonly reason: string | null;
  readonly rank: Omit<NonNullable<MyAmphitheatre['rank']>, 'strictSeniority' | 'before'>;
  /** Null for who is on no call list of the semester. */
  readonly listed: {
    readonly amphitheatre: AmphitheatreId;
    readonly group: string;
    readonly published: { readonly offer: boolean; readonly timetable: boolean; readonly callList: boolean };
    readonly firstAt: Ms | null;
    readonly pub: number;
    readonly callOrder: number;
    readonly session: SessionId | null;
    readonly people: number;
    readonly inSession: number;
    /** Of those before in the session, who is called: planned absences left out. */
    readonly ahead: number;
    readonly before: { readonly earlierPromotion: number; readonly samePromotion: number };
    readonly sessions: readonly {
      readonly id: SessionId;
      readonly number: number;
      readonly state: SessionStateName;
      readonly startsAt: Ms | null;
      readonly size: number;
      /** Null: the platform's own. */
      readonly turnMs: number | null;
    }[];
  } | null;
}

export type ListedRow = NonNullable<MyRow['listed']>;
