/** One post, where the offer is shown by post. */
import type { VNode } from 'preact';
import { Ordinals } from '../ui/ordinals.tsx';
import { Tag } from '../ui/tag.tsx';
import { ChooseButton } from './choose-button.tsx';
import { refusalNames, specialtyName } from './model.ts';
import type { PostRow } from './offer-filter.ts';
import { useRoom } from './room-context.ts';
import { lineWords, tagOf } from './state-tag.ts';

export function PostItem({ row: { service, line, post } }: { readonly row: PostRow }): VNode {
  const { live } = useRoom();
  const directory = live.directory.value;
  const { name, establishment, city, department } = service.service;
  const state = {
    offered: 1,
    filled: post.filled ? 1 : 0,
    free: post.refusal === null && !post.filled ? 1 : 0,
    choosable: post.refusal === null ? post.post.id : null,
    kinds: 1,
    refusal: post.refusal,
  };
  const tag = tagOf(state, live.you.value?.status ?? 'classic', refusalNames(directory));
  return (
    <div class={`offer-row offer-row-${tag.fill}`}>
      <div class="offer-head">
        <div class="offer-open">
          <span class="offer-name">
            <b>{name}</b>
            <span>
              {establishment} · <Ordinals text={city} /> ({department})
            </span>
            <span>
              n° {post.post.number} ·{' '}
              {lineWords(line, line.reservedFor === null ? null : specialtyName(directory, line.reservedFor))}
            </span>
          </span>
          <span class="offer-state">
            <Tag kind={tag.kind} icon={tag.icon}>
              {tag.word}
            </Tag>
          </span>
        </div>
        <ChooseButton state={state} title={`${post.post.number}, ${name}, ${establishment}`} />
      </div>
    </div>
  );
}
