/** One service of the offer: name, place, state, seats; opens on its lines and posts; «Choisir» only at my turn. */
import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { plural } from '../ui/format.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Ordinals } from '../ui/ordinals.tsx';
import { Pips } from '../ui/pips.tsx';
import { Tag } from '../ui/tag.tsx';
import { ChooseButton } from './choose-button.tsx';
import { refusalNames, specialtyName } from './model.ts';
import type { OfferLine, OfferService, SeatsState } from './offer.ts';
import { useRoom } from './room-context.ts';
import { lineWords, tagOf } from './state-tag.ts';

export function ServiceItem({ row }: { readonly row: OfferService }): VNode {
  const { live, standing } = useRoom();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { service, state, lines } = row;
  const status = live.you.value?.status ?? 'classic';
  const tag = tagOf(state, status, refusalNames(live.directory.value));
  const myTurn = standing.value?.moment.kind === 'myTurn';
  const kinds = myTurn && state.kinds > 1;
  const [line] = lines;
  return (
    <div class={`offer-row offer-row-${tag.fill}`}>
      <div class="offer-head">
        <button
          type="button"
          class="offer-open"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <span class="offer-name">
            <b>{service.name}</b>
            <span>
              {service.establishment} · <Ordinals text={service.city} />
              <span class="offer-wide">
                {service.head === '' ? '' : ` · ${service.head.replace(/^(\S{1,3}) /u, '$1\u00a0')}`}
              </span>
            </span>
            {lines.length === 1 && (line?.earmark ?? null) !== null && line !== undefined ? (
              <span class="offer-earmark">
                <Icon name="armchair" />{' '}
                {`${state.offered === 1 ? 'Un seul poste, fléché' : 'Fléché'} «\u00a0${line.earmark ?? ''}\u00a0»`}
              </span>
            ) : null}
          </span>
          <SeatsLine state={state} tag={tag} />
          {myTurn && state.choosable !== null && !kinds ? null : (
            <span class="offer-chevron">
              {kinds ? (
                <span class="offer-kinds">
                  {plural(state.kinds, 'sorte', 'sortes')} <Icon name={open ? 'chevronUp' : 'chevronDown'} />
                </span>
              ) : (
                <Icon name={open ? 'chevronUp' : 'chevronDown'} />
              )}
            </span>
          )}
        </button>
        {myTurn && !kinds ? (
          <ChooseButton state={state} title={`${service.name}, ${service.establishment}`} />
        ) : null}
      </div>
      <div id={id}>{open ? <Lines row={row} /> : null}</div>
    </div>
  );
}

const SeatsLine = ({
  state,
  tag,
}: {
  readonly state: SeatsState;
  readonly tag: ReturnType<typeof tagOf>;
}): VNode => (
  <span class="offer-state">
    <Tag kind={tag.kind} icon={tag.icon}>
      {tag.word}
    </Tag>
    {tag.kind === 'reserved' || state.offered === 0 ? null : (
      <Pips filled={state.filled} offered={state.offered} word />
    )}
  </span>
);

function Lines({ row: { lines, service } }: { readonly row: OfferService }): VNode {
  return (
    <ul class="offer-lines">
      {lines.map(line => (
        <li key={line.id}>
          <Line line={line} title={`${service.name}, ${service.establishment}`} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line, title }: { readonly line: OfferLine; readonly title: string }): VNode {
  const { live, standing } = useRoom();
  const directory = live.directory.value;
  const status = live.you.value?.status ?? 'classic';
  const reservedName = line.reservedFor === null ? null : specialtyName(directory, line.reservedFor);
  const words = lineWords(line, reservedName);
  const tag = tagOf(line.state, status, refusalNames(directory));
  return (
    <div class="offer-line">
      <div>
        <b>{words}</b>
        <span class="quiet">
          {line.accreditation === '' ? '' : `Agrément ${line.accreditation} · `}
          {line.posts.length < 2 ? 'poste ' : 'postes '}
          {line.posts.map(({ post }) => post.number).join(', ')}
        </span>
        <SeatsLine state={line.state} tag={tag} />
      </div>
      {standing.value?.moment.kind === 'myTurn' ? (
        <ChooseButton state={line.state} title={`${words}, ${title}`} />
      ) : null}
    </div>
  );
}
