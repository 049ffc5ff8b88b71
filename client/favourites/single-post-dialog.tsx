/** The first single post among the favourites: what that means, and the whole service instead (M §9.2.1.2). */
import type { VNode } from 'preact';
import type { FavouriteOf } from '../../machines/favourites.ts';
import { stateOf } from '../offer/offer.ts';
import type { OfferLine, OfferPost, OfferService } from '../offer/offer.ts';
import { useOffer } from '../offer/offer-context.ts';
import { lineWords, tagOf } from '../offer/state-tag.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { Tag } from '../ui/tag.tsx';
import { useFavourites } from './use-favourites.ts';
import { Unbroken } from '../ui/unbroken.tsx';
import './single-post-dialog.css';

interface SinglePostDialogProps {
  readonly service: OfferService;
  readonly post: OfferPost;
  /** Null: neither. */
  readonly onAnswer: (picked: FavouriteOf | null) => void;
}

export function SinglePostDialog({ service, post, onAnswer }: SinglePostDialogProps): VNode {
  const favourites = useFavourites();
  const line = service.lines.find(({ posts }) => posts.includes(post));
  const count = service.lines.flatMap(({ posts }) => posts).length;
  const { id, establishment } = service.service;
  const whole = favourites.list.value?.some(one => 'service' in one && one.service === id) === true;
  const earmark = line?.earmark ?? null;
  return (
    <Dialog title="Un seul poste, pas tout le service" onClose={() => onAnswer(null)}>
      <p>
        Vous gardez le poste{' '}
        <Unbroken
          text={earmark === null ? `n°\u00a0${post.post.number}` : `fléché «\u00a0${earmark}\u00a0»`}
        />{' '}
        ({establishment}).{' '}
        {whole
          ? 'Il aura son propre numéro, à part des autres postes du service, qui restent dans vos favoris.'
          : 'S’il est pris avant votre tour, les autres postes du service ne seront pas dans vos favoris.'}
      </p>
      <ul class="single-post-list">
        {service.lines.flatMap(one =>
          one.posts.map(other => (
            <Other key={other.post.id} line={one} post={other} picked={other === post} />
          )),
        )}
      </ul>
      <DialogActs>
        <Button onClick={() => onAnswer({ post: post.post.id })}>Garder ce poste seul</Button>
        {whole ? null : (
          <Button kind="edge" icon="hospital" onClick={() => onAnswer({ service: id })}>
            Prendre tout le service ({count} postes)
          </Button>
        )}
      </DialogActs>
      <p class="quiet small">Ce message ne s’affiche qu’une fois.</p>
    </Dialog>
  );
}

function Other({
  line,
  post,
  picked,
}: {
  readonly line: OfferLine;
  readonly post: OfferPost;
  readonly picked: boolean;
}): VNode {
  const { status, names, specialty } = useOffer();
  const tag = tagOf(stateOf([{ posts: [post] }]), status(), names());
  const reserved = line.reservedFor === null ? null : specialty(line.reservedFor);
  return (
    <li class={`single-post offer-row-${tag.fill}`}>
      <Icon name={picked ? 'heartFilled' : 'heart'} />
      <span class={picked ? 'single-post-picked' : ''}>
        <Unbroken text={`${lineWords(line, reserved)}, n°\u00a0${post.post.number}`} />
        {picked ? <span class="hidden-text"> (celui que vous gardez)</span> : null}
      </span>
      <Tag kind={tag.kind} icon={tag.icon}>
        {tag.word}
      </Tag>
    </li>
  );
}
