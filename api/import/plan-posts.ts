/** Compares the posts' file with the offers stored: which posts come, go, change (domain §4, §11). */
import type { PostId } from '../../machines/ids.ts';
import type { PostRow } from './files/posts.ts';
import type { Ledger } from './ledger.ts';
import { idOfName, type Placing } from './places.ts';
import type { PostRecord, StoredPost } from './store/posts.ts';
import { serviceKey } from './store/services.ts';

export interface PostsFound {
  readonly file: string;
  readonly rows: readonly PostRow[];
  readonly specialties: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, number>;
  readonly placeOf: Placing;
  /** Of the amphitheatres that the files name. */
  readonly stored: readonly StoredPost[];
}

export interface PostsPlan {
  readonly posts: readonly PostRecord[];
  readonly removed: readonly PostId[];
}

export function planPosts(found: PostsFound, ledger: Ledger): PostsPlan {
  const stored = new Map(found.stored.map(post => [postKey(post), post]));
  const wanted = found.rows.flatMap(row => recordsOf(row, found).map(record => ({ record, line: row.line })));
  const posts = wanted.flatMap(({ record, line }) => {
    const before = stored.get(postKey(record));
    stored.delete(postKey(record));
    const place = { file: found.file, line };
    const { amphitheatreId, number } = record;
    if (before === undefined) {
      ledger.note(amphitheatreId, 'postsAdded', place, `le poste ${number} ne peut plus y entrer`);
      return [record];
    }
    if (sameOffer(record, before)) return [];
    ledger.note(amphitheatreId, 'postsChanged', place, `le poste ${number} ne peut plus changer`);
    return [record];
  });
  for (const { amphitheatreId, number } of stored.values()) {
    const place = { file: found.file, line: null };
    ledger.note(amphitheatreId, 'postsRemoved', place, `le poste ${number} n’est plus dans le fichier`);
  }
  return { posts, removed: [...stored.values()].map(post => post.id) };
}

function recordsOf(row: PostRow, { groups, specialties, placeOf }: PostsFound): readonly PostRecord[] {
  const amphitheatreId = placeOf({ groupId: idOfName(groups, row.group), phase: row.phase });
  const reservedForId = row.reservedFor === null ? null : idOfName(specialties, row.reservedFor);
  return row.numbers.map(number => ({
    amphitheatreId,
    number,
    service: serviceKey(row.finess, row.service),
    accreditation: row.accreditation,
    reservedForId,
    earmark: row.earmark,
    fileBlocked: row.blocked,
  }));
}

const postKey = (post: PostRecord): string => `${post.amphitheatreId} ${post.number}`;

const sameOffer = (a: PostRecord, b: PostRecord): boolean =>
  a.service === b.service &&
  a.accreditation === b.accreditation &&
  a.reservedForId === b.reservedForId &&
  a.earmark === b.earmark &&
  a.fileBlocked === b.fileBlocked;
