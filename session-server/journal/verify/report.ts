/** What the verification of a session comes to (verify-session.ts): what was looked at, and each thing that does not agree. */
import type { AmphitheatreId, Ms, SessionId } from '../../../machines/ids.ts';

export interface Report {
  readonly session: SessionId;
  readonly amphitheatre: AmphitheatreId;
  readonly number: number;
  readonly rehearsal: boolean;
  readonly rows: number;
  /** Stamps of the first and the last row; null where there is no row. */
  readonly span: { readonly from: Ms; readonly to: Ms } | null;
  /** Rows whose private part was purged: no fault, the chain stays whole without (architecture §2). */
  readonly purged: number;
  readonly states: number;
  readonly assignments: number;
  readonly mails: number;
  readonly messages: number;
  readonly outcomes: number;
  readonly disagreements: readonly Disagreement[];
}

/** `seq`: the row that it is about; null where it is about none. */
export type Disagreement =
  | { readonly about: 'chain'; readonly seq: number; readonly why: 'missing' | 'hash' | 'private' }
  /** What the session's own row says of its journal. */
  | { readonly about: 'session'; readonly seq: null; readonly why: 'seq' | 'hash' | 'state' | 'pub' }
  /** `hole`: numbers that no row and no act of the amphitheatre took; `order`: not above the one before. */
  | {
      readonly about: 'pub';
      readonly seq: number;
      readonly why: 'missing' | 'surplus' | 'order' | 'hole';
    }
  | { readonly about: 'rules'; readonly seq: number; readonly why: 'unreadable' | 'otherFacts' | RefusedNow }
  | { readonly about: 'state'; readonly seq: number; readonly why: 'stored' | 'restored' }
  | {
      readonly about: 'assignment';
      readonly seq: number;
      readonly why: 'missing' | 'surplus' | AssignmentField;
    }
  | {
      readonly about: 'mail';
      readonly seq: number | null;
      readonly why: 'missing' | 'surplus';
      /** Who it is for, or the Message-ID of one too many. */
      readonly which: string;
    }
  | { readonly about: 'message'; readonly seq: number; readonly why: 'missing' | 'surplus' | 'text' | 'to' }
  /** The call list: somebody added who is not there, or another outcome than the last row of them gives. */
  | { readonly about: 'callList'; readonly seq: number; readonly why: 'missing' | 'outcome' };

export interface RefusedNow {
  readonly refusedNow: string;
}

/** `ended`: current where a correction ended it, or the other way round. */
export type AssignmentField = 'person' | 'post' | 'status' | 'by' | 'at' | 'offline' | 'ended';
