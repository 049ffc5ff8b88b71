/** The services of an establishment: seats filled of those offered, and how many are still free, in numbers, seats and a word. */
import type { VNode } from 'preact';
import type { BoardService } from '../http/answers.ts';
import { Card } from '../ui/card.tsx';
import { plural } from '../ui/format.ts';
import { Pips } from '../ui/pips.tsx';
import { Tag } from '../ui/tag.tsx';

export const BoardServices = ({ services }: { readonly services: readonly BoardService[] }): VNode => (
  <Card
    flush
    title="Services"
    aside={<span class="quiet">{plural(services.length, 'service', 'services')}</span>}
  >
    <ul class="lines board-services">
      {services.map(service => (
        <li key={service.service} class={service.filled >= service.offered ? 'line board-filled' : 'line'}>
          <span class="line-text">
            <b>{service.name}</b>
            <span class="quiet small">
              {service.head === '' ? null : `${service.head} · `}
              {service.amphitheatres.map(partWords(service.amphitheatres.length)).join(' · ')}
            </span>
          </span>
          <span class="row">
            <Free {...service} />
            <Pips filled={service.filled} offered={service.offered} word />
          </span>
        </li>
      ))}
    </ul>
  </Card>
);

/** Where a service has posts in several amphitheatres, how many in each. */
const partWords =
  (parts: number) =>
  ({ title, filled, offered }: BoardService['amphitheatres'][number]): string =>
    parts === 1 ? title : `${title}\u00a0: ${filled}\u00a0/\u00a0${offered}`;

/** A seat that nobody has chosen waits for a choice until the last session is closed; then it stays vacant. */
function Free({ filled, offered, waiting }: Pick<BoardService, 'filled' | 'offered' | 'waiting'>): VNode {
  const vacant = offered - filled - waiting;
  return (
    <>
      {waiting > 0 ? (
        <Tag kind="free" icon="circleCheck">
          {plural(waiting, 'libre', 'libres')}, en attente
        </Tag>
      ) : null}
      {vacant > 0 ? (
        <Tag kind="plain" icon="armchair">
          {plural(vacant, 'resté vacant', 'restés vacants')}
        </Tag>
      ) : null}
      {waiting <= 0 && vacant <= 0 ? (
        <Tag kind="plain" icon="circleX">
          Pourvu
        </Tag>
      ) : null}
    </>
  );
}
