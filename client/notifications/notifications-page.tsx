/** `/notifications`: everything the bell has, newest first, page after page; opening it is reading it. */
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
import { Messages } from './bell.tsx';
import { bells } from './bells.ts';
import type { BellRealm } from './bells.ts';
import { entryOf } from './entry.ts';
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
  const { value, trouble } = asked;
  const [more, setMore] = useState<readonly BellPage[]>([]);
  const [busy, setBusy] = useState(false);
  const [stopped, setStopped] = useState<string | null>(null);
  useEffect(() => {
    setMore([]);
    const newest = value?.entries[0]?.at;
    if (newest !== undefined) void bells[realm].read(newest);
  }, [value, realm]);
  const pages = value === null ? [] : [value, ...more];
  const before = pages.at(-1)?.before ?? null;
  const entries = pages.flatMap(page => page.entries).map(entryOf);
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
          <Messages entries={entries} />
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
