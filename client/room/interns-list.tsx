/** The interns' list in passing order: blue frame on the one choosing, green on me, the service each chose. */
import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { Loading } from '../ui/loading.tsx';
import { Tag } from '../ui/tag.tsx';
import type { TagKind } from '../ui/tag.tsx';
import { listSummary } from './list-rows.ts';
import type { ListRow } from './list-rows.ts';
import { useRoom } from './room-context.ts';
import { useHeld } from './use-held.ts';
import './interns-list.css';

export function InternsList(): VNode {
  const { rows, standing } = useRoom();
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
  return (
    <section class="stack" aria-label="Liste des internes">
      <div class="row">
        {all.some(({ kind }) => kind === 'called') ? (
          <Button kind="edge" icon="hourglass" onClick={() => go('.intern-called', 'center')}>
            Qui choisit
          </Button>
        ) : null}
        <Button kind="edge" icon="user" onClick={() => go('.intern-mine', 'center')}>
          Ma ligne
        </Button>
      </div>
      <p class="quiet small">
        Session {standing.value?.session?.number} : {listSummary(all)}
      </p>
      <ol class="interns" ref={list} {...held.hold}>
        {held.rows.map(row => (
          <Intern key={row.person} row={row} />
        ))}
      </ol>
    </section>
  );
}

function Intern({ row }: { readonly row: ListRow }): VNode {
  const { live } = useRoom();
  const fresh = live.news.value.has(row.person);
  const { number, name, specialty, service, note, kind, mine } = row;
  const frame = mine ? ' intern-mine' : '';
  return (
    <li class={`intern intern-${kind}${frame}${fresh ? ' intern-fresh' : ''}`}>
      <span class="intern-number digits">{number}</span>
      <span class="intern-name">
        <b>{name}</b>
        <span>{specialty}</span>
      </span>
      <span class="intern-what">
        {service === null ? null : (
          <span class="intern-service">
            <Icon name="circleCheckFilled" />
            <span>
              <b>{service.name}</b>, {service.establishment} ({service.department})
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
