/** The call list of one amphitheatre, public and live: everybody in call order, their state, the service each chose. */
import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { AmphitheatreId } from '../../machines/ids.ts';
import type { PublicState } from '../../machines/session/public-state.ts';
import type { ListedAmphitheatre } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import type { Live } from '../live/live.ts';
import { namesOf } from '../desk/names.ts';
import { roomSession } from '../desk/room-session.ts';
import { folded, plural } from '../ui/format.ts';
import { LinkNote } from '../ui/link-note.tsx';
import { linkShown } from '../ui/link-shown.ts';
import { Empty, Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Strip } from '../ui/strip.tsx';
import { SessionTag } from '../ui/tag.tsx';
import { useLive } from '../ui/use-live.ts';
import { useNow } from '../ui/use-now.ts';
import { CallListTable } from './call-list-table.tsx';

export function CallList(): VNode {
  const id = Number(useRoute().params['amphitheatre']);
  const live = useLive(Number.isInteger(id) && id > 0 ? (id as AmphitheatreId) : null, 'public');
  if (live !== null) return <LiveCallList live={live} id={id} />;
  return (
    <Page title="Liste d’appel">
      <h1>Liste d’appel</h1>
      {Number.isInteger(id) && id > 0 ? (
        <Loading lines={8} />
      ) : (
        <Empty icon="info" title="Cet amphithéâtre n’existe pas.">
          <a href="/amphitheatres">Tous les amphithéâtres</a>
        </Empty>
      )}
    </Page>
  );
}

function LiveCallList({ live, id }: { readonly live: Live; readonly id: number }): VNode {
  const [words, setWords] = useState('');
  const listed = useAsked<readonly ListedAmphitheatre[]>('/amphitheatres');
  const clientNow = useNow(Date.now);
  const link = live.link.value;
  const state = live.view.value?.state ?? null;
  const directory = live.directory.value;
  const names = namesOf(directory);
  const session = state === null ? null : roomSession(state);
  const title = directory?.title ?? listed.value?.find(one => one.id === id)?.title ?? 'Liste d’appel';
  const wanted = folded(words)
    .split(/\s+/u)
    .filter(word => word !== '');
  const people = [...(state?.people.values() ?? [])].filter(({ id: person, service }) => {
    const searched = folded(`${names.name(person)} ${service === null ? '' : names.service(service)}`);
    return wanted.every(word => searched.includes(word));
  });
  return (
    <Page
      title={title}
      strip={
        <Strip link={linkShown(link, clientNow)} now={link.kind === 'live' ? live.now() : null}>
          {session === null ? null : (
            <>
              <SessionTag state={session.state} />
              <span>Session {session.number}</span>
            </>
          )}
        </Strip>
      }
    >
      <div>
        <h1>{title}</h1>
        <p class="quiet">{state === null ? '\u00a0' : countsSentence(state)}</p>
      </div>
      <LinkNote link={link} back={`/amphitheatres/${id}`} onRetry={() => live.retryNow()} />
      {state === null || directory === null ? (
        link.kind === 'stopped' ? null : (
          <Loading lines={8} />
        )
      ) : (
        <>
          <SearchField
            label="Chercher dans la liste"
            placeholder="Nom, service…"
            value={words}
            onInput={setWords}
          />
          {people.length === 0 ? (
            <Empty icon="search" title="Personne ne correspond à cette recherche" />
          ) : (
            <CallListTable people={people} state={state} names={names} clock={() => live.now()} />
          )}
        </>
      )}
    </Page>
  );
}

function countsSentence(state: PublicState): string {
  const people = [...state.people.values()];
  const chosen = people.filter(person => person.state === 'chosen').length;
  return `${plural(people.length, 'interne', 'internes')} dans l’ordre d’appel · ${plural(chosen, 'choix fait', 'choix faits')}`;
}
