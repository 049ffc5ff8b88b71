/** The room's bell at the top, and the card of its last messages beside the offer on a desktop. */
import type { VNode } from 'preact';
import { BellButton, Messages, unreadWords } from '../notifications/bell.tsx';
import { bellHref, settingsHref } from '../notifications/top-bell.tsx';
import { Card } from '../ui/card.tsx';
import { useRoom } from './room-context.ts';

const CARD_SHOWS = 3;

export function Bell(): VNode {
  const { feed, realm, rehearsal } = useRoom();
  return (
    <BellButton
      entries={feed.entries.value}
      unread={feed.unread.value}
      onRead={entry => feed.read(entry)}
      onAllRead={() => feed.readAll()}
      all={rehearsal === null ? bellHref(realm) : null}
      settings={settingsHref(realm)}
    />
  );
}

/** The last ones, on a desktop. */
export function MessagesCard(): VNode | null {
  const { feed } = useRoom();
  const entries = feed.entries.value;
  const count = feed.unread.value;
  if (entries.length === 0) return null;
  return (
    <div class="messages-card">
      <Card
        title="Messages"
        aside={count === 0 ? null : <span class="quiet small">{unreadWords(count)}</span>}
      >
        <Messages entries={entries.slice(0, CARD_SHOWS)} onRead={entry => feed.read(entry)} />
      </Card>
    </div>
  );
}
