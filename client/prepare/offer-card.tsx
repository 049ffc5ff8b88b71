/** The offer, post by post: taking a free one out of it or putting it back, and adding posts, each with a reason. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Directory } from '../../machines/directory.ts';
import type { PublicState } from '../../machines/session/public-state.ts';
import { ActNote } from '../desk/act-note.tsx';
import { ReasonDialog } from '../desk/reason-dialog.tsx';
import { useDeskAct } from '../desk/use-desk-act.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { plural } from '../ui/format.ts';
import { Empty } from '../ui/loading.tsx';
import { Ordinals } from '../ui/ordinals.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Tag } from '../ui/tag.tsx';
import { AddPostsDialog } from './add-posts-dialog.tsx';
import { foundPosts, offeredPosts } from './offer.ts';
import type { OfferedPost } from './offer.ts';
import { Unbroken } from '../ui/unbroken.tsx';
import './offer-card.css';

/** More would be read by nobody: the search narrows them down. */
const SHOWN = 20;

interface OfferCardProps {
  readonly state: PublicState;
  readonly directory: Directory;
  /** The offer is frozen: what changes is announced to all (domain §4). */
  readonly begun: boolean;
}

export function OfferCard({ state, directory, begun }: OfferCardProps): VNode {
  const [words, setWords] = useState('');
  const [asking, setAsking] = useState<OfferedPost | 'add' | null>(null);
  const { perform, sending, note, dismiss } = useDeskAct();
  const posts = offeredPosts(state, directory);
  const found = foundPosts(posts, words);
  const send = async (path: string, method: 'PUT' | 'POST', body: unknown, told: string): Promise<void> => {
    await perform(path, { method, body }, told);
    setAsking(null);
  };
  return (
    <Card
      flush
      title="Offre"
      aside={
        <Button kind="edge" onClick={() => setAsking('add')}>
          Ajouter des postes…
        </Button>
      }
    >
      <div class="stack prepare-offer-head">
        <ActNote note={note} onSeen={dismiss} />
        {begun ? (
          <p class="quiet">
            L’offre est figée : un ajout, un retrait ou une remise est annoncé à tous, avec son motif, et vaut
            aussitôt.
          </p>
        ) : null}
        <SearchField
          label="Chercher un poste"
          placeholder="Service, numéro"
          value={words}
          onInput={setWords}
        />
        <p class="quiet small" role="status">
          {plural(found.length, 'poste', 'postes')} sur {posts.length}.
        </p>
      </div>
      {found.length === 0 ? (
        <Empty
          icon="search"
          title={posts.length === 0 ? 'Aucun poste dans l’offre' : 'Aucun poste ne correspond'}
        />
      ) : null}
      <ul class="prepare-offer">
        {found.slice(0, SHOWN).map(one => (
          <PostRow key={one.post.id} one={one} onAsk={() => setAsking(one)} />
        ))}
      </ul>
      {found.length > SHOWN ? (
        <p class="quiet prepare-offer-foot">
          Encore {plural(found.length - SHOWN, 'poste', 'postes')} : précisez la recherche.
        </p>
      ) : null}
      {asking === null ? null : asking === 'add' ? (
        <AddPostsDialog
          directory={directory}
          begun={begun}
          busy={sending}
          onClose={() => setAsking(null)}
          onAdd={body =>
            void send(
              `/desk/amphitheatres/${directory.amphitheatre}/posts`,
              'POST',
              body,
              'Les postes sont dans l’offre.',
            )
          }
        />
      ) : (
        <BlockDialog
          one={asking}
          begun={begun}
          busy={sending}
          onClose={() => setAsking(null)}
          onReason={(blocked, reason) =>
            void send(
              `/desk/posts/${asking.post.id}/blocked`,
              'PUT',
              { blocked, reason },
              blocked ? 'Le poste est retiré de l’offre.' : 'Le poste est de nouveau dans l’offre.',
            )
          }
        />
      )}
    </Card>
  );
}

const STATES = {
  free: ['free', 'circleCheck', 'Libre'],
  filled: ['filled', 'circleX', 'Pourvu'],
  blocked: ['plain', 'lock', 'Retiré de l’offre'],
} as const;

interface PostRowProps {
  readonly one: OfferedPost;
  readonly onAsk: () => void;
}

function PostRow({ one, onAsk }: PostRowProps): VNode {
  const { post, service, state } = one;
  const [kind, icon, word] = STATES[state];
  return (
    <li>
      <div class="prepare-post">
        <b>
          <Unbroken text={`${service.name}, n°\u00a0${post.number}`} />
        </b>
        <span class="quiet small">
          {service.establishment} · <Ordinals text={service.city} />
          {post.earmark === null ? '' : ` · fléché «\u00a0${post.earmark}\u00a0»`}
        </span>
      </div>
      <Tag kind={kind} icon={icon}>
        {word}
      </Tag>
      {state === 'filled' ? null : (
        <Button kind="edge" onClick={onAsk}>
          {state === 'free' ? 'Retirer…' : 'Remettre…'}
          <span class="hidden-text">
            {' '}
            le poste {post.number}, {service.name}
          </span>
        </Button>
      )}
    </li>
  );
}

interface BlockDialogProps {
  readonly one: OfferedPost;
  readonly begun: boolean;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onReason: (blocked: boolean, reason: string) => void;
}

function BlockDialog({ one, begun, busy, onClose, onReason }: BlockDialogProps): VNode {
  const blocks = one.state === 'free';
  const { post, service } = one;
  return (
    <ReasonDialog
      title={blocks ? 'Retirer un poste de l’offre' : 'Remettre un poste dans l’offre'}
      told={
        <>
          <b>
            <Unbroken text={`${service.name}, ${service.establishment}, n°\u00a0${post.number}.`} />
          </b>{' '}
          {begun ? 'Le motif est lu par tous, le changement vaut aussitôt, sans temps ajouté.' : ''}
        </>
      }
      act={blocks ? 'Retirer de l’offre' : 'Remettre dans l’offre'}
      icon={blocks ? 'lock' : 'lockOpen'}
      busy={busy}
      onClose={onClose}
      onReason={reason => onReason(blocks, reason)}
    />
  );
}
