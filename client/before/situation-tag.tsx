/** The state of one's amphitheatre in a word, with its icon. */
import type { VNode } from 'preact';
import type { IconName } from '../ui/icon/icon.tsx';
import { Tag } from '../ui/tag.tsx';
import type { TagKind } from '../ui/tag.tsx';
import type { Situation } from './situation.ts';
import { stateWord } from './words.ts';

const LOOKS: Readonly<Record<Situation['kind'], readonly [TagKind, IconName]>> = {
  unlisted: ['plain', 'calendarOff'],
  unpublished: ['plain', 'circleX'],
  notCut: ['plain', 'circleX'],
  draft: ['plain', 'circleX'],
  validated: ['plain', 'circleCheck'],
  open: ['free', 'lockOpen'],
  live: ['running', 'play'],
  chosen: ['mine', 'circleCheck'],
  passed: ['plain', 'lock'],
  over: ['plain', 'lock'],
};

export function SituationTag({ situation }: { readonly situation: Situation }): VNode {
  const paused = situation.kind === 'live' && situation.state === 'paused';
  const [kind, icon] = paused ? (['paused', 'pause'] as const) : LOOKS[situation.kind];
  return (
    <Tag kind={kind} icon={icon}>
      {stateWord(situation)}
    </Tag>
  );
}
