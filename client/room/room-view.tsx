/** The room as a whole: what stays on top, where I am, the two tabs, and the summary window over all of it. */
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { LinkNote } from '../ui/link-note.tsx';
import { Loading } from '../ui/loading.tsx';
import { fullName, WORKPLACES } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { Tabs } from '../ui/tabs.tsx';
import type { Tab } from '../ui/tabs.tsx';
import { AfterChoice, Proofs } from './after-choice.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { InternsList } from './interns-list.tsx';
import { LostNote } from './lost-note.tsx';
import { MySituation } from './my-situation.tsx';
import { Notes } from './notes.tsx';
import { Offer } from './offer-view.tsx';
import { OutcomeNote } from './outcome-note.tsx';
import { PinkBox } from './pink-box.tsx';
import { useRoom } from './room-context.ts';
import { RoomTop } from './room-top.tsx';
import { TurnBand } from './turn-band.tsx';
import { useAnnouncements } from './use-announcements.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import { WhoChooses } from './who-chooses.tsx';
import { pageTitle } from './words.ts';
import './room.css';

type TabKey = 'session' | 'list';
const TABS: readonly Tab<TabKey>[] = [
  { key: 'session', label: 'Ma session', icon: 'armchair' },
  { key: 'list', label: 'Liste des internes', icon: 'users' },
];

export function RoomView(): VNode {
  const { realm, identity, live, standing, life } = useRoom();
  const [tab, setTab] = useState<TabKey>('session');
  const box = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLDivElement>(null);
  const session = standing.value?.session ?? null;
  const moment = standing.value?.moment ?? { kind: 'unknown' as const };
  const mine = useKeptScroll(moment.kind === 'myTurn', main);
  useAnnouncements();
  const tabs = (
    <Tabs label="Vues de la session" tabs={TABS} open={tab} onOpen={setTab}>
      {tab === 'session' ? <Offer /> : <InternsList />}
    </Tabs>
  );
  return (
    <Page
      title={pageTitle(moment, realm)}
      phoneSubtitle={
        session === null ? undefined : `Session ${session.number} · ${live.directory.value?.group ?? ''}`
      }
      {...(mine
        ? { band: <TurnBand />, skipTo: { id: 'offre', word: 'Aller à l’offre' } }
        : { strip: <RoomTop box={box} /> })}
    >
      <div class={mine ? 'room room-turn' : moment.kind === 'chosen' ? 'room room-chosen' : 'room'}>
        <div class="room-now">
          {mine ? null : <h1 class="hidden-text">{pageTitle(moment, realm)}</h1>}
          <div class="room-notes">
            {identity.forPerson === null || mine ? null : (
              <p class="room-for">
                Vous choisissez pour <b>{fullName(identity.forPerson)}</b>
              </p>
            )}
            {live.link.value.kind === 'lost' ? (
              <LostNote />
            ) : (
              <LinkNote
                link={live.link.value}
                back={WORKPLACES[realm].href}
                onRetry={() => live.retryNow()}
              />
            )}
            <OutcomeNote />
            <Notes />
          </div>
          {standing.value === null ? <Loading lines={4} /> : null}
          <div ref={box}>
            <PinkBox />
          </div>
          <Proofs />
          {mine ? null : <WhoChooses />}
          <MySituation />
        </div>
        <div class="room-main" ref={main}>
          {moment.kind === 'chosen' ? <AfterChoice>{tabs}</AfterChoice> : tabs}
        </div>
      </div>
      {life.choosing.value.kind === 'none' ? null : <ConfirmDialog />}
    </Page>
  );
}
