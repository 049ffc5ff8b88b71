/** What a push shows. The server wrote the words (api/notifications/push-words.ts); here only what has run out is told as past. Pure. */

export interface Shown {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly href: string;
  /** A turn stays on the screen until it is touched. */
  readonly requireInteraction: boolean;
}

const LATE_BODY = 'Ouvrez l’application pour savoir où vous en êtes.';

/**
 * @param text of the push, null where it came without any: browsers ask that every push shows something.
 * @param now by this device's own clock, which may be wrong: a push service holds a push no longer than its turn lasts.
 */
export function shownOf(text: string | null, now: number): Shown {
  const message = read(text);
  if (message === null)
    return { title: 'Choix de stage', body: LATE_BODY, tag: 'autre', href: '/', requireInteraction: false };
  const { title, body, tag, href, until } = message;
  if (until !== null && now > until)
    return { title: 'Un message de votre session', body: LATE_BODY, tag, href, requireInteraction: false };
  return { title, body, tag, href, requireInteraction: until !== null };
}

interface Message {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly href: string;
  readonly until: number | null;
}

/** Null for what no version of ours has written. */
function read(text: string | null): Message | null {
  try {
    const { title, body, tag, href, until } = JSON.parse(text ?? 'null') as Record<keyof Message, unknown>;
    if (typeof title !== 'string' || typeof body !== 'string' || typeof tag !== 'string') return null;
    if (typeof href !== 'string' || !/^\/(?!\/)/u.test(href)) return null; // an address of ours alone
    return { title, body, tag, href, until: typeof until === 'number' ? until : null };
  } catch {
    return null;
  }
}
