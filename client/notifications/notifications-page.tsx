/** `/notifications`: everything the bell has, newest first, page after page; each is marked as read by itself, or all at once. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { BellPage } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { call, textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { announce } from '../ui/live-regions.tsx';
import { Empty, Loading } from '../ui/loading.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { AllRead, Messages } from './bell.tsx';
import { bells } from './bells.ts';
import type { BellRealm } from './bells.ts';
import { entryOf, unread } from './entry.ts';
import { settingsHref } from './top-bell.tsx';
import { OwnRealm } from './own-realm.tsx';

export const Notifications = (): VNode => (
  <OwnRealm title="Notifications" path="/notifications">
    {(realm, email) => <All key={email} realm={realm} />}
  </OwnRealm>
);

function All({ realm }: { readonly realm: BellRealm }): VNode {
  const path = `/me/notifications?realm=${realm}`;
  const asked = useAsked<BellPage>(path);
  const { value, trouble, again } = asked;
  const [more, setMore] = useState<readonly BellPage[]>([]);
  const [here, setHere] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [stopped, setStopped] = useState<string | null>(null);
  const bell = bells[realm];
  // What the bell above was told since: read on another device, or new.
  const newest = bell.entries.value[0]?.key;
  const loaded = value?.entries[0];
  useEffect(() => {
    if (newest !== undefined && loaded !== undefined && entryOf(loaded).key !== newest) again();
  }, [newest]);
  useEffect(() => setMore([]), [value]);
  const pages = value === null ? [] : [value, ...more];
  const before = pages.at(-1)?.before ?? null;
  const readAt = bell.readAt.value;
  const readAlone = new Set(bell.entries.value.flatMap(({ key, read }) => (read ? [key] : [])));
  const entries = pages
    .flatMap(page => page.entries)
    .map(entryOf)
    .map(entry => ({
      ...entry,
      read: entry.read || entry.at <= readAt || readAlone.has(entry.key) || here.has(entry.key),
    }));
  const further = async (): Promise<void> => {
    setBusy(true);
    const answer = await call<BellPage>(`${path}&before=${before ?? ''}`);
    setBusy(false);
    setStopped(answer.kind === 'ok' ? null : textOf(answer));
    if (answer.kind !== 'ok') return;
    setMore([...more, answer.value]);
    announce('status', `${answer.value.entries.length} de plus.`);
  };
  return (
    <>
      <p class="row">
        <LinkButton href={settingsHref(realm)} kind="edge" icon="adjust">
          Réglages des notifications
        </LinkButton>
      </p>
      <Trouble asked={asked} />
      {value === null && trouble === null ? <Loading lines={6} /> : null}
      {value !== null && entries.length === 0 ? (
        <Empty icon="bell" title="Aucune notification pour l’instant">
          <p>Les messages de l’ARS, l’heure de votre session, votre tour et votre choix paraîtront ici.</p>
        </Empty>
      ) : null}
      {entries.length === 0 ? null : (
        <Card>
          <Messages
            entries={entries}
            onRead={entry => {
              setHere(new Set([...here, entry.key]));
              void bell.read(entry);
            }}
          />
          <AllRead unread={unread(entries)} onAllRead={() => void bell.readAll(entries[0]?.at ?? 0)} />
        </Card>
      )}
      {stopped === null ? null : (
        <Alert kind="refused" title="La suite n’a pas pu être lue">
          {stopped}
        </Alert>
      )}
      {before === null ? null : (
        <p>
          <Button kind="edge" busy={busy} onClick={() => void further()}>
            {busy ? 'Chargement…' : 'Plus anciennes'}
          </Button>
        </p>
      )}
    </>
  );
}
