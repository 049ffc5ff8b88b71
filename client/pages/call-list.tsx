/**
 * The call list of one amphitheatre: the published text at once, then live over it: everybody in call order, their
 * state, the service each chose. A network that lets no socket through still shows the list.
 */
import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { callOrderText } from '../../machines/call-order-text.ts';
import type { AmphitheatreId } from '../../machines/ids.ts';
import type { PublicState } from '../../machines/session/public-state.ts';
import { wordsOf } from '../public-pages/words-of.ts';
import type { ListedAmphitheatre, PublicCallList } from '../http/answers.ts';
import { DownloadCallList } from '../documents/download-call-list.tsx';
import { useAsked } from '../http/asked.ts';
import type { Asked } from '../http/asked.ts';
import type { Live } from '../live/live.ts';
import { roomSession } from '../desk/room-session.ts';
import { Nothing } from '../public-pages/nothing.tsx';
import { PublicPage } from '../public-pages/public-page.tsx';
import { plural } from '../ui/format.ts';
import { LinkNote } from '../ui/link-note.tsx';
import { Empty, Loading } from '../ui/loading.tsx';
import { PauseNote } from '../ui/pause-note.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useLive } from '../ui/use-live.ts';
import { LiveRows, LiveStrip } from './call-list-live.tsx';
import { ListTools, useReading } from './call-list-tools.tsx';
import type { Reading } from './call-list-tools.tsx';
import { WrittenRows } from './call-list-written.tsx';

const LOOK_AGAIN_MS = 10_000; // until it is live: the list may be published, or changed, meanwhile

export function CallList(): VNode {
  const id = Number(useRoute().params['amphitheatre']);
  const known = Number.isInteger(id) && id > 0;
  const [followed, setFollowed] = useState<number | null>(null);
  const live = useLive(followed as AmphitheatreId | null, 'public');
  const every = followed === null ? LOOK_AGAIN_MS : undefined;
  // Of a list that is not published there is nothing to ask for: the amphitheatres say when it is.
  const listed = useAsked<readonly ListedAmphitheatre[]>(known ? '/amphitheatres' : null, every);
  const published = listed.value?.find(one => one.id === id)?.published;
  const there = published?.callList === true;
  const asked = useAsked<PublicCallList>(there ? `/amphitheatres/${id}/call-list` : null, every);
  const open = known && published?.offer === true && published.timetable && published.callList;
  useEffect(() => setFollowed(open ? id : null), [open, id]);
  if (live !== null) return <LiveCallList live={live} id={id} asked={asked} />;
  if (there || (known && listed.value === null))
    return <WrittenCallList id={id} asked={asked} listed={listed} />;
  return <Unpublished />;
}

const Unpublished = (): VNode => (
  <PublicPage title="Liste d’appel" sub={'\u00a0'}>
    <Empty icon="info" title="Cette liste d’appel n’est pas publiée">
      <p>Elle paraîtra ici dès sa publication par l’ARS.</p>
      <a href="/amphitheatres">Tous les amphithéâtres</a>
    </Empty>
  </PublicPage>
);

/** Nothing is live: the list alone is published, or the sockets are still to come. */
function WrittenCallList({
  id,
  asked,
  listed,
}: {
  readonly id: number;
  readonly asked: Asked<PublicCallList>;
  readonly listed: Asked<readonly ListedAmphitheatre[]>;
}): VNode {
  const reading = useReading(id);
  const { value, trouble } = asked;
  return (
    <PublicPage
      title={value?.title ?? 'Liste d’appel'}
      sub={
        value === null
          ? '\u00a0'
          : `${plural(value.people.length, 'interne', 'internes')} dans l’ordre d’appel`
      }
    >
      <Trouble asked={listed.trouble === null ? asked : listed} />
      {value === null && trouble === null && listed.trouble === null ? <Loading lines={8} /> : null}
      {value === null ? null : (
        <>
          <DownloadCallList amphitheatre={value.amphitheatre} />
          <Written list={value} reading={reading} />
        </>
      )}
    </PublicPage>
  );
}

interface WrittenProps {
  readonly list: PublicCallList;
  readonly reading: Reading;
}

function Written({ list, reading }: WrittenProps): VNode {
  const matches = wordsOf(reading.asked);
  const people = list.people.filter(({ callOrder, firstName, name, specialty }) =>
    matches(`${callOrderText(callOrder)} ${firstName} ${name} ${specialty}`),
  );
  return (
    <>
      {list.provisional ? <Provisional /> : null}
      <ListTools reading={reading} placeholder="Nom, numéro, DES…" called={null} />
      {people.length === 0 ? (
        <Nothing what="Personne ne correspond" onAll={() => reading.search('')} />
      ) : (
        <WrittenRows people={people} {...reading} />
      )}
    </>
  );
}

interface LiveCallListProps {
  readonly live: Live;
  readonly id: number;
  readonly asked: Asked<PublicCallList>;
}

function LiveCallList({ live, id, asked }: LiveCallListProps): VNode {
  const reading = useReading(id);
  const link = live.link.value;
  const state = live.view.value?.state ?? null;
  const directory = live.directory.value;
  const session = state === null ? null : roomSession(state);
  const called = session?.called?.person;
  const title = directory?.title ?? asked.value?.title ?? 'Liste d’appel';
  return (
    <PublicPage
      title={title}
      sub={state === null ? '\u00a0' : countsSentence(state)}
      strip={<LiveStrip live={live} />}
    >
      <LinkNote link={link} back={`/amphitheatres/${id}`} onRetry={() => live.retryNow()} />
      <DownloadCallList amphitheatre={id} />
      {state === null || directory === null ? (
        asked.value === null ? (
          <Loading lines={8} />
        ) : (
          <Written list={asked.value} reading={reading} />
        )
      ) : (
        <>
          {begun(state) ? null : <Provisional />}
          {session?.paused ? <PauseNote paused={session.paused} /> : null}
          <ListTools
            reading={reading}
            placeholder="Nom, numéro, service…"
            called={called === undefined ? null : (state.people.get(called)?.callOrder ?? null)}
          />
          <LiveRows live={live} {...reading} onAll={() => reading.search('')} />
        </>
      )}
    </PublicPage>
  );
}

const Provisional = (): VNode => (
  <p>
    <b>Liste provisoire.</b> Elle peut changer jusqu’au début de l’amphithéâtre.
  </p>
);

const begun = ({ sessions }: PublicState): boolean =>
  [...sessions.values()].some(
    ({ state, rehearsal }) => !rehearsal && (state === 'running' || state === 'paused' || state === 'closed'),
  );

function countsSentence(state: PublicState): string {
  const people = [...state.people.values()];
  const chosen = people.filter(person => person.state === 'chosen').length;
  return `${plural(people.length, 'interne', 'internes')} dans l’ordre d’appel · ${plural(chosen, 'choix fait', 'choix faits')}`;
}
