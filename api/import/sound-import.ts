/** An import whose files and options are sound in themselves: what is left to judge is what the database holds. */
import type { Ms } from '../../machines/ids.ts';
import type { CallOrderSettings } from '../../machines/rank/call-order.ts';
import type { Semester } from '../../machines/rank/semester.ts';
import type { InternRow } from './files/interns.ts';
import type { PostRow } from './files/posts.ts';

export interface SoundImport {
  readonly code: string;
  readonly semester: Semester;
  readonly interns: { readonly file: string; readonly rows: readonly InternRow[] };
  readonly posts: { readonly file: string; readonly rows: readonly PostRow[] };
  /** Null leaves the cut, or the hour, as it is. */
  readonly perSession: number | null;
  readonly firstAt: Ms | null;
  readonly publish: boolean;
  readonly settings: CallOrderSettings;
  /** Of the Message-ID of the mails about hours that moved; null: no mail. */
  readonly mailDomain: string | null;
}
