/** What a row opens on: the kinds of posts of a service, each with its state, its posts and, at my turn, its button. */
import type { VNode } from 'preact';
import { PostHeart } from '../favourites/heart.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { Pips } from '../ui/pips.tsx';
import { Tag } from '../ui/tag.tsx';
import { stateOf } from './offer.ts';
import type { OfferLine, OfferPost, OfferService } from './offer.ts';
import { useOffer } from './offer-context.ts';
import { lineWords, tagOf } from './state-tag.ts';
import { useSheet } from './use-search.ts';
import { Unbroken } from '../ui/unbroken.tsx';
import './service-lines.css';

/** @param lines of the service: all, or those that a favourite stands for. */
export const ServiceLines = ({
  row,
  lines,
}: {
  readonly row: OfferService;
  readonly lines: readonly OfferLine[];
}): VNode => (
  <ul class="offer-lines">
    {lines.map(line => (
      <li key={line.id}>
        <Line row={row} line={line} />
      </li>
    ))}
  </ul>
);

function Line({ row, line }: { readonly row: OfferService; readonly line: OfferLine }): VNode {
  const { status, names, specialty, choosing, chooseButton } = useOffer();
  const { state } = line;
  const reserved = line.reservedFor === null ? null : specialty(line.reservedFor);
  const words = lineWords(line, reserved);
  const tag = tagOf(state, status(), names());
  const { name, establishment } = row.service;
  return (
    <div class="offer-line">
      <div>
        <b>{words}</b>
        {line.accreditation === '' ? null : <span class="quiet">Agrément {line.accreditation}</span>}
        {line.posts.length < 2 ? null : (
          <span class="offer-state">
            <Tag kind={tag.kind} icon={tag.icon}>
              {tag.word}
            </Tag>
            {tag.kind === 'reserved' || state.offered < 2 ? null : (
              <Pips filled={state.filled} offered={state.offered} word />
            )}
          </span>
        )}
        <ul class="offer-posts">
          {line.posts.map(post => (
            <Post key={post.post.id} row={row} post={post} />
          ))}
        </ul>
      </div>
      {choosing() ? chooseButton(state, `${words}, ${name}, ${establishment}`, 'Valider ce choix') : null}
    </div>
  );
}

function Post({ row, post }: { readonly row: OfferService; readonly post: OfferPost }): VNode {
  const { status, names, choosing } = useOffer();
  const { open } = useSheet();
  const tag = tagOf(stateOf([{ posts: [post] }]), status(), names());
  const words = (
    <>
      <Unbroken text={`n°\u00a0${post.post.number}`} />
      <span class="quiet">
        {' '}
        <Icon name={tag.icon} /> {tag.word}
      </span>
    </>
  );
  // At one's turn nothing opens over the posts (post-sheet.tsx): no button that would do nothing.
  return (
    <li class={post.refusal === null ? 'offer-post' : 'offer-post offer-post-closed'}>
      {row.elsewhere === null ? <PostHeart service={row} post={post} /> : null}
      {choosing() ? (
        <span class="offer-post-words">{words}</span>
      ) : (
        <button type="button" class="offer-post-words offer-post-sheet" onClick={() => open(post.post.id)}>
          <span class="hidden-text">Fiche du poste </span>
          {words}
        </button>
      )}
    </li>
  );
}
