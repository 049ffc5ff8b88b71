/** What the socket tells a room's bell before anybody asks the server, as entries of the bell. Pure. */
import type { Directory } from '../../machines/directory.ts';
import type { Ms, PostId, SessionId } from '../../machines/ids.ts';
import type { PublicFact } from '../../machines/session/public-facts.ts';
import type { PublicNotice, PublicSession } from '../../machines/session/public-state.ts';
import type { You } from '../../machines/wire/frames.ts';
import { keyOf, merged, offerText } from '../notifications/entry.ts';
import type { FeedEntry } from '../notifications/entry.ts';
import { postTitle } from '../offer/post-facts.ts';
import { duration } from '../ui/format.ts';
import { postAndService } from './model.ts';

interface FeedParts {
  readonly notices: readonly PublicNotice[];
  readonly messages: You['messages'];
  /** Noted by this page since it was opened. */
  readonly happened: readonly FeedEntry[];
  readonly directory: Directory | null;
  /** What the server keeps, also of the days before. */
  readonly kept: readonly FeedEntry[];
}

/** What was said to one's own session, and what became of the offer, which all sessions share. */
export const noticesFor = (
  sessions: Iterable<Pick<PublicSession, 'id' | 'notices'>>,
  own: SessionId | null,
): readonly PublicNotice[] =>
  [...sessions].flatMap(({ id, notices }) =>
    id === own ? notices : notices.filter(({ kind }) => kind !== 'message'),
  );

/** Newest first; what both know stands once. */
export function feedOf({ notices, messages, happened, directory, kept }: FeedParts): readonly FeedEntry[] {
  return merged(
    notices.map(notice => entryOf(notice, directory)),
    messages.map(({ at, text }) => ({
      ...plain(at, text),
      key: keyOf('messageToMe', at),
      from: 'ARS, pour vous',
    })),
    happened,
    kept,
  );
}

function entryOf(notice: PublicNotice, directory: Directory | null): FeedEntry {
  const { at, kind } = notice;
  const text =
    notice.kind === 'message'
      ? (notice.text ?? 'message effacé')
      : offerText(
          notice.kind,
          notice.posts.map(post => nameOf(directory, post)),
          notice.reason,
        );
  return { ...plain(at, text), key: keyOf(kind, at), from: 'ARS' };
}

function nameOf(directory: Directory | null, post: PostId): string {
  const found = postAndService(directory, post);
  return found ? `${postTitle(found.service)} (n°\u00a0${found.post.number})` : 'un poste';
}

/** Something that the page itself saw happen. */
export const plain = (at: Ms, text: string): FeedEntry => ({
  key: keyOf(text, at),
  at,
  from: null,
  text,
  favourite: false,
  momentary: false,
  read: false,
  place: null,
});

/** What a row of the stream leaves in the bell: a resume, with how long the pause was. @param pausedAt before that row. */
export function happenedIn(facts: readonly PublicFact[], pausedAt: Ms | null): readonly FeedEntry[] {
  return facts.flatMap((fact): FeedEntry[] => {
    if (fact.kind !== 'resumed' || pausedAt === null) return [];
    return [
      { ...plain(fact.at, `reprise après une pause de ${duration(fact.at - pausedAt)}.`), from: 'ARS' },
    ];
  });
}
