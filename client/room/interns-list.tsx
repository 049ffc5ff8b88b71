/**
 * The interns' list (M §10): the whole amphitheatre, session by session, so that who waits for session 3 sees those of
 * session 1 choose. Blue frame on the one choosing, green on me. Only the parts that are open are made and drawn.
 */
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AmphitheatreId, SessionId } from '../../machines/ids.ts';
import { DownloadLink } from '../documents/download-link.tsx';
import { Button } from '../ui/button.tsx';
import { Loading } from '../ui/loading.tsx';
import { SessionTag, Tag } from '../ui/tag.tsx';
import { useHeld } from '../ui/use-held.ts';
import { Intern } from './intern-row.tsx';
import { listParts, wholeSummary } from './list-parts.ts';
import type { ListPart } from './list-parts.ts';
import { listRows } from './list-rows.ts';
import { useRoom } from './room-context.ts';
import './interns-list.css';

/** A shorter list needs no leap, and keeps the top of the page. */
const LEAPS_FROM = 20;

export function InternsList(): VNode {
  const { live, rehearsal, person } = useRoom();
  const box = useRef<HTMLElement>(null);
  const [turned, setTurned] = useState<ReadonlyMap<SessionId | null, boolean>>(new Map());
  const [sought, setSought] = useState<{ readonly selector: string } | null>(null);
  const [state, directory] = [live.view.value?.state ?? null, live.directory.value];
  const parts = state === null ? [] : listParts(state, person);
  const known = directory !== null && parts.length > 0;
  const atFirst = useRef<ReadonlySet<SessionId | null> | null>(null);
  // As it was when the list was opened: a session that starts or ends opens and shuts nothing under one's eyes.
  if (known) atFirst.current ??= new Set(parts.filter(part => part.mine || part.live).map(({ id }) => id));
  const isOpen = ({ id }: ListPart): boolean => turned.get(id) ?? atFirst.current?.has(id) === true;
  const turn = (part: ListPart | undefined, open: boolean): void => {
    if (part !== undefined) setTurned(new Map([...turned, [part.id, open]]));
  };
  const go = (selector: string, part: ListPart | undefined): void => {
    turn(part, true);
    setSought({ selector });
  };
  useLayoutEffect(() => {
    if (sought !== null) leap(box.current, sought.selector);
  }, [sought]);
  useLayoutEffect(() => {
    if (known && (box.current?.querySelectorAll('.intern').length ?? 0) > LEAPS_FROM)
      leap(box.current, '.intern-called');
  }, [known]);
  if (state === null || !known) return <Loading lines={8} />;
  const called = parts.find(({ session }) => session !== null && session.called !== null);
  const lone = parts.length === 1 ? parts[0] : undefined;
  return (
    <section class="stack" aria-label="Liste des internes" ref={box}>
      <div class="row interns-acts">
        {called === undefined ? null : (
          <Button kind="edge" icon="hourglass" onClick={() => go('.intern-called', called)}>
            <span class="interns-go-wide">Aller à la personne qui choisit</span>
            <span class="interns-go-short">Qui choisit</span>
          </Button>
        )}
        <Button
          kind="edge"
          icon="user"
          onClick={() =>
            go(
              '.intern-mine',
              parts.find(({ mine }) => mine),
            )
          }
        >
          <span class="interns-go-wide">Aller à ma ligne</span>
          <span class="interns-go-short">Ma ligne</span>
        </Button>
        {rehearsal !== null ? null : (
          <>
            <CallListFile amphitheatre={directory.amphitheatre} kind="pdf" />
            <CallListFile amphitheatre={directory.amphitheatre} kind="csv" />
          </>
        )}
      </div>
      {lone === undefined ? (
        <>
          <p class="quiet small">{wholeSummary(state)}</p>
          {parts.map(part => (
            <Part key={part.id} part={part} open={isOpen(part)} onTurn={open => turn(part, open)} />
          ))}
        </>
      ) : (
        <>
          <p class="quiet small">
            {lone.name}&nbsp;: {lone.summary}
          </p>
          <Rows part={lone} />
        </>
      )}
    </section>
  );
}

const leap = (box: HTMLElement | null, selector: string): void =>
  box?.querySelector(selector)?.scrollIntoView({ block: 'center', behavior: 'instant' });

interface PartProps {
  readonly part: ListPart;
  readonly open: boolean;
  readonly onTurn: (open: boolean) => void;
}

const Part = ({ part, open, onTurn }: PartProps): VNode => (
  <details
    class={part.mine ? 'interns-part interns-part-mine' : 'interns-part'}
    open={open}
    onToggle={event => {
      if (event.currentTarget.open !== open) onTurn(event.currentTarget.open);
    }}
  >
    <summary>
      <h2>{part.name}</h2>
      {part.session === null ? null : <SessionTag state={part.session.state} />}
      {part.mine ? (
        <Tag kind="mine" icon="userFilled">
          La vôtre
        </Tag>
      ) : null}
      <span class="quiet small">{part.summary}</span>
    </summary>
    {open ? <Rows part={part} /> : null}
  </details>
);

function Rows({ part: { id, session, name } }: { readonly part: ListPart }): VNode | null {
  const { live, person } = useRoom();
  const [state, directory] = [live.view.value?.state ?? null, live.directory.value];
  const rows = state === null || directory === null ? [] : listRows(state, directory, id, person);
  const held = useHeld(rows, rows, row => row.person, '');
  return (
    <ol class="interns" aria-label={name} {...held.hold}>
      {held.rows.map(row => (
        <Intern key={row.person} row={row} session={session} />
      ))}
    </ol>
  );
}

/** The whole call list as it stands, at any moment (M §9.1.1.1). */
const CallListFile = ({
  amphitheatre,
  kind,
}: {
  readonly amphitheatre: AmphitheatreId;
  readonly kind: 'pdf' | 'csv';
}): VNode => (
  <DownloadLink path={`/documents/call-list/${amphitheatre}/${kind}`}>
    Liste {kind.toUpperCase()}
  </DownloadLink>
);
