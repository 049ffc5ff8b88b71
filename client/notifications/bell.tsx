/** The bell at the top and its list, newest first; the room's card of messages has the same. */
import type { VNode } from 'preact';
import { hour } from '../../machines/french-time.ts';
import { day, plural } from '../ui/format.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { announce } from '../ui/live-regions.tsx';
import { BellBox, SHOWN_AT_MOST } from './bell-box.tsx';
import type { FeedEntry } from './entry.ts';
import { Unbroken } from '../ui/unbroken.tsx';
import './bell.css';

interface BellButtonProps {
  readonly entries: readonly FeedEntry[];
  readonly unread: number;
  readonly onRead: (entry: FeedEntry) => void;
  readonly onAllRead: () => void;
  /** Where all of them are; null in a rehearsal, whose messages are kept nowhere. */
  readonly all: string | null;
  readonly settings: string;
  /** In place of the list's empty word: why it may be old. */
  readonly trouble?: string | null;
}

export const BellButton = ({
  entries,
  unread,
  onRead,
  onAllRead,
  all,
  settings,
  trouble = null,
}: BellButtonProps): VNode => (
  <BellBox label="Messages" list="Tous les messages" count={unread} words={unreadWords(unread)}>
    {trouble === null ? null : <p>{trouble}</p>}
    <Messages entries={entries} onRead={onRead} />
    <AllRead unread={unread} onAllRead={onAllRead} />
    {all === null ? null : (
      <p class="bell-all">
        <a href={all}>Toutes les notifications</a>
        <a href={settings}>Réglages</a>
      </p>
    )}
  </BellBox>
);

interface AllReadProps {
  readonly unread: number;
  readonly onAllRead: () => void;
}

export const AllRead = ({ unread, onAllRead }: AllReadProps): VNode | null =>
  unread === 0 ? null : (
    <p class="messages-all-read">
      <Button
        kind="edge"
        icon="check"
        onClick={() => {
          onAllRead();
          announce('status', 'Tout est marqué comme lu.');
        }}
      >
        Tout marquer comme lu
      </Button>
    </p>
  );

interface MessagesProps {
  readonly entries: readonly FeedEntry[];
  readonly onRead: (entry: FeedEntry) => void;
}

export function Messages({ entries, onRead }: MessagesProps): VNode {
  if (entries.length === 0) return <p>Aucun message. Ceux de l’ARS paraîtront ici.</p>;
  const today = day(Date.now());
  return (
    <ul class="messages">
      {entries.map(entry => (
        <Message key={`${entry.key} ${entry.text}`} entry={entry} today={today} onRead={onRead} />
      ))}
    </ul>
  );
}

interface MessageProps {
  readonly entry: FeedEntry;
  readonly today: string;
  readonly onRead: (entry: FeedEntry) => void;
}

function Message({ entry, today, onRead }: MessageProps): VNode {
  const { at, from, text, favourite, read } = entry;
  return (
    <li class={read ? '' : 'messages-unread'}>
      <span>
        {read ? null : <b class="messages-sign">Non lu</b>}
        <b class="digits">{day(at) === today ? hour(at) : `${day(at)}, ${hour(at)}`}</b> ·{' '}
        {favourite ? (
          <span class="messages-favourite">
            <Icon name="heartFilled" /> Parmi vos favoris ·{' '}
          </span>
        ) : null}
        {from === null ? '' : `${from}\u00a0: `}
        <Unbroken text={text} />
      </span>
      {read ? null : (
        <IconButton
          icon="check"
          label={`Marquer comme lu\u00a0: ${hour(at)}`}
          onClick={() => {
            onRead(entry);
            announce('status', 'Marqué comme lu.');
          }}
        />
      )}
    </li>
  );
}

export const unreadWords = (count: number): string =>
  count > SHOWN_AT_MOST ? `plus de ${SHOWN_AT_MOST}\u00a0non lus` : plural(count, 'non lu', 'non lus');
