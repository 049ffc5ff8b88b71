/** The room as a whole: what stays on top, where I am, the two tabs, and the summary window over all of it. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { me } from '../http/account.ts';
import { LinkNote } from '../ui/link-note.tsx';
import { Loading } from '../ui/loading.tsx';
import { fullName, roomHref } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { sessionName, titleOf } from '../ui/session-name.ts';
import { Tabs } from '../ui/tabs.tsx';
import type { Tab } from '../ui/tabs.tsx';
import { useWide } from '../ui/use-wide.ts';
import { AfterChoice, Proofs } from './after-choice.tsx';
import { Bell, MessagesCard } from './bell.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { bringParts, FacultyGate, InternsList } from './later-parts.tsx';
import { LostNote } from './lost-note.tsx';
import { MySituation } from './my-situation.tsx';
import { Notes } from './notes.tsx';
import { OtherAccount } from './other-account.tsx';
import { OutcomeNote } from './outcome-note.tsx';
import { PinkBox } from './pink-box.tsx';
import { useRoom } from './room-context.ts';
import { RoomTop } from './room-top.tsx';
import { SessionTab } from './session-tab.tsx';
import { TurnBand } from './turn-band.tsx';
import { useAnnouncements } from './use-announcements.ts';
import { useFocusAfterTurn } from './use-focus-after-turn.ts';
import { useSignals } from './use-signals.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import { WhoChooses } from './who-chooses.tsx';
import { pageTitle } from './words.ts';
import './room.css';

const PARTS_AFTER_MS = 300;

type TabKey = 'session' | 'list';
const TABS: readonly Tab<TabKey>[] = [
  { key: 'session', label: 'Ma session', icon: 'armchair' },
  { key: 'list', label: 'Liste des internes', icon: 'users' },
];

export function RoomView(): VNode {
  const { realm, rehearsal, identity, live, standing, offer } = useRoom();
  const [tab, setTab] = useState<TabKey>('session');
  const [toPosts, setToPosts] = useState(0);
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const [noted, setNoted] = useState<HTMLDivElement | null>(null);
  const main = useRef<HTMLDivElement>(null);
  const session = standing.value?.session ?? null;
  const moment = standing.value?.moment ?? { kind: 'unknown' as const };
  const mine = useKeptScroll(moment.kind === 'myTurn', main);
  const wide = useWide();
  const title = titleOf(pageTitle(moment, realm), rehearsal !== null);
  useFocusAfterTurn(moment.kind, noted);
  useEffect(() => {
    if (toPosts > 0) document.getElementById('favoris')?.focus();
  }, [toPosts]);
  useAnnouncements();
  useSignals();
  useLaterParts(offer.value !== null);
  // Whoever reads the list as the turn comes keeps their place (screens §1.5), and is one touch from the posts.
  const openPosts = (): void => {
    setTab('session');
    setToPosts(toPosts + 1);
  };
  const tabs = (
    <Tabs label="Vues de la session" tabs={TABS} open={tab} onOpen={setTab}>
      <div hidden={tab !== 'session'}>
        <SessionTab />
      </div>
      {tab === 'session' ? null : <InternsList />}
    </Tabs>
  );
  const notes = (
    <div class="room-notes" id="situation" tabIndex={-1} ref={setNoted}>
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
          rehearsal={rehearsal !== null}
          back={roomHref(realm, rehearsal)}
          onRetry={() => live.retryNow()}
        />
      )}
      <OtherAccount />
      <OutcomeNote />
      <Notes />
    </div>
  );
  const side = (
    <div class="room-beside">
      {wide ? notes : null}
      {standing.value === null ? <Loading lines={4} /> : null}
      <div ref={setBox}>
        <PinkBox />
      </div>
      <Proofs />
      {mine ? null : <WhoChooses />}
      <MySituation />
      {mine ? null : <MessagesCard />}
    </div>
  );
  // The order of the tab key and of reading aloud is the one that is seen: beside the offer it comes after it (screens
  // §5); on a phone it is above while one waits. The offer itself never moves in the page: a field keeps its focus.
  const sideFirst = !wide && !mine && moment.kind !== 'chosen';
  return (
    <Page
      title={title}
      phoneSubtitle={
        session === null ? undefined : `${sessionName(session)} · ${live.directory.value?.group ?? ''}`
      }
      {...(mine
        ? {
            band: <TurnBand onPosts={tab === 'session' ? null : openPosts} />,
            ...(tab === 'session' ? { skipTo: { id: 'favoris', word: 'Aller à mes favoris' } } : {}),
          }
        : { strip: <RoomTop box={box} notes={noted} />, bell: <Bell /> })}
    >
      {mine ? null : <h1 class="hidden-text">{title}</h1>}
      <div class={mine ? 'room room-turn' : 'room'}>
        {wide ? null : notes}
        {sideFirst ? side : null}
        <div class="room-main" ref={main}>
          {moment.kind === 'chosen' ? <AfterChoice>{tabs}</AfterChoice> : tabs}
        </div>
        {sideFirst ? null : side}
      </div>
      <Confirming />
      {realm === 'intern' && me.value?.intern?.facultyMissing === true ? (
        <FacultyGate held={mine || moment.kind === 'unknown'} />
      ) : null}
    </Page>
  );
}

/** Once the room is there: over a slow line they would stand in its way. */
function useLaterParts(there: boolean): void {
  useEffect(() => {
    if (!there) return undefined;
    const timer = setTimeout(() => void bringParts(), PARTS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [there]);
}

/** Apart, so that opening the window draws none of the rows under it again. */
function Confirming(): VNode | null {
  const { life } = useRoom();
  return life.choosing.value.kind === 'none' ? null : <ConfirmDialog />;
}
