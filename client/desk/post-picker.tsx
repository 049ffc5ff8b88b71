/** A list of posts to pick one from: search by service, establishment or number; where one is not possible, the reason. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { refusalText } from '../../machines/refusal-text.ts';
import { Button } from '../ui/button.tsx';
import { plural } from '../ui/format.ts';
import { Ordinals } from '../ui/ordinals.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Tag } from '../ui/tag.tsx';
import type { Names } from './names.ts';
import { searched } from './pickable.ts';
import type { PickablePost } from './pickable.ts';
import { Unbroken } from '../ui/unbroken.tsx';
import './post-picker.css';

/** More would be read by nobody: the search narrows them down. */
const SHOWN = 25;

interface PostPickerProps {
  readonly posts: readonly PickablePost[];
  readonly names: Names;
  readonly onPick: (post: PickablePost) => void;
}

export function PostPicker({ posts, names, onPick }: PostPickerProps): VNode {
  const [words, setWords] = useState('');
  const found = searched(posts, words);
  const more = found.length - SHOWN;
  return (
    <div class="stack">
      <SearchField
        label="Chercher un poste"
        placeholder="Service, hôpital, numéro"
        value={words}
        onInput={setWords}
      />
      <p class="quiet small" role="status">
        {plural(found.filter(({ refusal }) => refusal === null).length, 'poste possible', 'postes possibles')}{' '}
        sur {found.length}.
      </p>
      <ul class="post-picker">
        {found.slice(0, SHOWN).map(one => (
          <li key={one.post.id}>
            <PostLines post={one} names={names} />
            {one.refusal === null ? (
              <Button kind="edge" onClick={() => onPick(one)}>
                Retenir<span class="hidden-text"> {titleOf(one)}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p class="quiet">Encore {plural(more, 'poste', 'postes')} : précisez la recherche.</p>
      ) : null}
    </div>
  );
}

/** All that tells a post from the others, and whether it may be had. */
export const PostLines = ({
  post: one,
  names,
}: {
  readonly post: PickablePost;
  readonly names: Names;
}): VNode => {
  const { post, service, filled, refusal } = one;
  return (
    <div class="post-lines">
      <b>{service.name}</b>
      <span class="quiet small">
        {service.establishment} · <Ordinals text={`${service.city}\u00a0(${service.department})`} />
      </span>
      <span class="quiet small">
        <Unbroken text={`n°\u00a0${post.number}`} />
        {post.earmark === null ? '' : `, fléché «\u00a0${post.earmark}\u00a0»`}
      </span>
      <span>
        {refusal === null ? (
          <Tag kind={filled ? 'open-to-rank' : 'free'} icon="circleCheck">
            {filled ? 'Ouvert en surnombre' : 'Libre'}
          </Tag>
        ) : (
          <Tag kind="plain" icon={refusal.code === 'RESERVED' ? 'lock' : 'circleX'}>
            {refusalText(refusal, names).replace(/\.$/u, '')}
          </Tag>
        )}
      </span>
    </div>
  );
};

/** «Chirurgie digestive, Hôpital Avicenne, n° 12-1». */
export const titleOf = ({ post, service }: PickablePost): string =>
  `${service.name}, ${service.establishment}, n°\u00a0${post.number}`;
