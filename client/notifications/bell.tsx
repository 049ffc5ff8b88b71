/** The bell at the top and its list, newest first; the room's card of messages has the same. */
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { hour } from '../../machines/french-time.ts';
import { day, plural } from '../ui/format.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { announce } from '../ui/live-regions.tsx';
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

const SHOWN_AT_MOST = 99;

export function BellButton({
  entries,
  unread,
  onRead,
  onAllRead,
  all,
  settings,
  trouble = null,
}: BellButtonProps): VNode {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const leave = (event: Event): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) close(box.current);
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, []);
  return (
    <details
      class="bell"
      ref={box}
      onKeyDown={({ key }) => {
        if (key !== 'Escape') return;
        close(box.current);
        box.current?.querySelector('summary')?.focus();
      }}
    >
      <summary>
        <Icon name="bell" />
        <span class="hidden-text">Messages{unread === 0 ? '' : `, ${unreadWords(unread)}`}</span>
        {unread === 0 ? null : (
          <span class="bell-count digits" aria-hidden="true">
            {countText(unread)}
          </span>
        )}
      </summary>
      {/* Reached by the tab key: a long list is scrolled from the keyboard too. */}
      <div class="bell-list" role="region" aria-label="Tous les messages" tabIndex={0}>
        {trouble === null ? null : <p>{trouble}</p>}
        <Messages entries={entries} onRead={onRead} />
        <AllRead unread={unread} onAllRead={onAllRead} />
        {all === null ? null : (
          <p class="bell-all">
            <a href={all}>Toutes les notifications</a>
            <a href={settings}>Réglages</a>
          </p>
        )}
      </div>
    </details>
  );
}

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

const close = (box: HTMLDetailsElement | null): void => box?.removeAttribute('open');

const countText = (count: number): string => (count > SHOWN_AT_MOST ? `${SHOWN_AT_MOST}+` : String(count));

export const unreadWords = (count: number): string =>
  count > SHOWN_AT_MOST ? `plus de ${SHOWN_AT_MOST}\u00a0non lus` : plural(count, 'non lu', 'non lus');
