/** The interns' list in passing order: blue frame on the one choosing, green on me, the service each chose. */
import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { callOrderText } from '../../machines/call-order-text.ts';
import type { AmphitheatreId } from '../../machines/ids.ts';
import { DownloadLink } from '../documents/download-link.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { Loading } from '../ui/loading.tsx';
import { Tag } from '../ui/tag.tsx';
import type { TagKind } from '../ui/tag.tsx';
import { listSummary } from './list-rows.ts';
import type { ListRow } from './list-rows.ts';
import { sessionName } from '../ui/session-name.ts';
import { useRoom } from './room-context.ts';
import { useHeld } from '../ui/use-held.ts';
import './interns-list.css';

export function InternsList(): VNode {
  const { rows, standing, live, rehearsal } = useRoom();
  const list = useRef<HTMLOListElement>(null);
  const go = (selector: string, block: ScrollLogicalPosition): void =>
    list.current?.querySelector(selector)?.scrollIntoView({ block, behavior: 'instant' });
  const known = rows.value !== null;
  // Opens on the one choosing, unless the top of the page would be lost for it: a short list needs no leap.
  useLayoutEffect(() => {
    if (known && (list.current?.childElementCount ?? 0) > 20) go('.intern-called', 'center');
  }, [known]);
  const all = rows.value ?? [];
  const held = useHeld(all, all, ({ person }) => person, '');
  if (rows.value === null) return <Loading lines={8} />;
  const session = standing.value?.session ?? null;
  const directory = live.directory.value;
  return (
    <section class="stack" aria-label="Liste des internes">
      <div class="row interns-acts">
        {all.some(({ kind }) => kind === 'called') ? (
          <Button kind="edge" icon="hourglass" onClick={() => go('.intern-called', 'center')}>
            <span class="interns-go-wide">Aller à la personne qui choisit</span>
            <span class="interns-go-short">Qui choisit</span>
          </Button>
        ) : null}
        <Button kind="edge" icon="user" onClick={() => go('.intern-mine', 'center')}>
          <span class="interns-go-wide">Aller à ma ligne</span>
          <span class="interns-go-short">Ma ligne</span>
        </Button>
        {directory === null || rehearsal !== null ? null : (
          <>
            <CallListFile amphitheatre={directory.amphitheatre} kind="pdf" />
            <CallListFile amphitheatre={directory.amphitheatre} kind="csv" />
          </>
        )}
      </div>
      <p class="quiet small">
        {session === null ? 'Session' : sessionName(session)} : {listSummary(all)}
      </p>
      <ol class="interns" ref={list} {...held.hold}>
        {held.rows.map(row => (
          <Intern key={row.person} row={row} />
        ))}
      </ol>
    </section>
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

function Intern({ row }: { readonly row: ListRow }): VNode {
  const { live } = useRoom();
  const fresh = live.news.value.has(row.person);
  const { number, name, specialty, service, note, kind, mine } = row;
  const frame = mine ? ' intern-mine' : '';
  return (
    <li class={`intern intern-${kind}${frame}${fresh ? ' intern-fresh' : ''}`}>
      <span class="intern-number digits">{callOrderText(number)}</span>
      <span class="intern-name">
        <b>{name}</b>
        <span>{specialty}</span>
      </span>
      <span class="intern-what">
        {service === null ? null : (
          <span class="intern-service">
            <Icon name="circleCheckFilled" />
            <span>
              <b>{service.name}</b>, {service.establishment} ({service.department})
            </span>
          </span>
        )}
        {note === null ? null : <span>{note}</span>}
      </span>
      <span class="intern-tags">
        <StateTag row={row} />
        {mine ? (
          <Tag kind="mine" icon="userFilled">
            Vous
          </Tag>
        ) : null}
        {fresh ? (
          <Tag kind="paused" icon="refresh">
            Nouveau
          </Tag>
        ) : null}
      </span>
    </li>
  );
}

const TAGS: Readonly<Partial<Record<ListRow['kind'], readonly [TagKind, IconName, string]>>> = {
  absent: ['plain', 'userOff', 'Absence'],
  notChoosing: ['plain', 'calendarOff', 'Ne choisit pas'],
  returned: ['returned', 'back', 'De retour'],
};

function StateTag({ row }: { readonly row: ListRow }): VNode | null {
  if (row.kind === 'called')
    return (
      <>
        <Tag kind="choosing" icon="hourglass">
          {row.mode === 'choosing' ? 'Choisit' : 'Appel'}
        </Tag>
        <Seconds />
      </>
    );
  const tag = TAGS[row.kind];
  if (tag === undefined) return null;
  const [kind, icon, word] = tag;
  return (
    <Tag kind={kind} icon={icon}>
      {word}
    </Tag>
  );
}

function Seconds(): VNode | null {
  const { seconds, still, live, standing } = useRoom();
  if (live.link.value.kind === 'lost') return null;
  const stopped = standing.value?.session?.state === 'paused' ? 'en pause' : 'temps arrêté';
  return <b class="digits">{still.value ? stopped : `${seconds.value ?? 0} s`}</b>;
}
