/** What people are told beside the live room, by which ways, and which of these they may do without (domain §6; issue 4, 7). Pure. */

/** The bell has every kind; `mail` and `push` say by which other ways it goes out. */
export const NOTIFICATION_KINDS = {
  turn: { mail: null, push: 'choice' },
  fourAhead: { mail: null, push: 'choice' },
  amphitheatreOpened: { mail: 'choice', push: 'choice' },
  sessionTime: { mail: 'choice', push: 'choice' },
  choiceMade: { mail: 'always', push: 'choice' },
  choiceCorrected: { mail: 'always', push: 'choice' },
  statusAsked: { mail: 'asked', push: null },
  statusDecided: { mail: 'always', push: 'choice' },
  mandateAsked: { mail: 'always', push: null },
  mandateAccepted: { mail: 'always', push: 'choice' },
  mandateEnded: { mail: 'always', push: 'choice' },
  messageToMe: { mail: 'choice', push: 'choice' },
  message: { mail: 'asked', push: 'choice' },
  offerChanged: { mail: 'asked', push: 'choice' },
} as const satisfies Readonly<Record<string, Ways>>;

/** `choice`: sent until the person does without; `asked`: only to who wants it; `always`; null: never goes that way. */
type Way = 'choice' | 'asked' | 'always' | null;

interface Ways {
  readonly mail: Way;
  readonly push: Way;
}

/** What the bell reads where it was written (messages, changes of the offer), and not in what one person was told. */
export const WRITTEN_ELSEWHERE = ['messageToMe', 'message', 'offerChanged'] as const;

export type NotificationKind = keyof typeof NOTIFICATION_KINDS;
export const CHANNELS = ['mail', 'push'] as const;
export type Channel = (typeof CHANNELS)[number];

export const kindsOfNotification = Object.keys(NOTIFICATION_KINDS) as readonly NotificationKind[];

/** What the holder of a mandate never hears: the intern's own asking, and what the agency answers to it (domain §6). */
const INTERNS_ALONE: ReadonlySet<NotificationKind> = new Set([
  'statusAsked',
  'statusDecided',
  'mandateAsked',
]);

export const kindsFor = (realm: 'intern' | 'mandatary'): readonly NotificationKind[] =>
  kindsOfNotification.filter(kind => realm === 'intern' || !INTERNS_ALONE.has(kind));

/** @returns null for a kind of mail that is not told elsewhere: a sign-up, a lost password. */
export const notificationKindOf = (kind: string): NotificationKind | null =>
  kindsOfNotification.find(known => known === kind) ?? null;

export type WayOff =
  /** The proof of an act that cannot be undone, or of a right given: always sent. */
  | 'evidence'
  /** It does not go that way at all. */
  | 'unsent';

/** Before the person has chosen. */
export const isWantedAtFirst = (kind: NotificationKind, channel: Channel): boolean =>
  NOTIFICATION_KINDS[kind][channel] !== 'asked';

/** Whether a person may do without: null where they may, else why not. The page, the API and the worker all ask here. */
export function mayDoWithout(kind: NotificationKind, channel: Channel): WayOff | null {
  const way: Way = NOTIFICATION_KINDS[kind][channel];
  if (way === null) return 'unsent';
  return way === 'always' ? 'evidence' : null;
}
