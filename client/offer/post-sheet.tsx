/** The sheet of one post, over whatever is searched (`?poste=`): all that is known of it, its state, its whole service. */
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PostId } from '../../machines/ids.ts';
import { PostHeart } from '../favourites/heart.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { Facts } from '../ui/facts.tsx';
import type { FactRow } from '../ui/facts.tsx';
import { plural } from '../ui/format.ts';
import { Ordinals } from '../ui/ordinals.tsx';
import { Tag } from '../ui/tag.tsx';
import { departmentTitle } from '../../machines/departments.ts';
import { useOffer } from './offer-context.ts';
import type { PostRow } from './offer-source.ts';
import { stateOf } from './offer.ts';
import { lineWords, tagOf } from './state-tag.ts';
import { useSeeAll, useSheet } from './use-search.ts';
import './post-sheet.css';

interface PostSheetProps {
  readonly find: (post: PostId) => PostRow | null;
  /** Whether several amphitheatres are shown together. */
  readonly whole: boolean;
  /** The page of the offer; null: the page it stands on. */
  readonly offerAt?: string | null;
}

/** Wherever `service-lines.tsx` draws its button. */
export function PostSheet({ find, whole, offerAt = null }: PostSheetProps): VNode | null {
  const { post, close } = useSheet();
  const { choosing } = useOffer();
  // A turn that opens finds nothing in its way.
  const away = post !== null && choosing();
  useEffect(() => {
    if (away) close();
  }, [away]);
  if (post === null || away) return null;
  const row = find(post);
  if (row === null) return <Unknown onClose={close} />;
  return <Sheet row={row} whole={whole} offerAt={offerAt} onClose={close} />;
}

interface SheetProps extends Required<Omit<PostSheetProps, 'find'>> {
  readonly row: PostRow;
  readonly onClose: () => void;
}

function Sheet({ row, whole, offerAt, onClose }: SheetProps): VNode {
  const { status, names, specialty } = useOffer();
  const seeAll = useSeeAll(offerAt);
  const { service, line, post } = row;
  const tag = tagOf(stateOf([{ posts: [post] }]), status(), names());
  const reserved = line.reservedFor === null ? null : specialty(line.reservedFor);
  const { name, establishment, city, department, head, id } = service.service;
  const amphitheatre = whole ? (service.elsewhere ?? 'Le vôtre') : null;
  const rows: readonly FactRow[] = [
    ['Établissement', establishment],
    ['Ville', <Ordinals key="ville" text={city} />],
    ['Département', departmentTitle(department)],
    ...(head === '' ? [] : [['Chef de service', head] as const]),
    ...(line.accreditation === '' ? [] : [['Agrément', line.accreditation] as const]),
    ['Réservation', line.reservedFor === null ? 'Aucune' : `DES\u00a0: ${reserved ?? 'un autre'}`],
    ['Fléchage', line.earmark ?? 'Aucun'],
    ['Postes semblables', similar(row, lineWords(line, reserved))],
    ...(amphitheatre === null ? [] : [['Amphithéâtre', amphitheatre] as const]),
  ];
  return (
    <Dialog title={`Poste n°\u00a0${post.post.number}`} onClose={onClose}>
      <div class="post-sheet">
        <div class="split post-sheet-head">
          <p class="post-sheet-name">{name}</p>
          {service.elsewhere === null ? <PostHeart service={service} post={post} /> : null}
        </div>
        <p>
          <Tag kind={tag.kind} icon={tag.icon}>
            {tag.word}
          </Tag>
        </p>
        <Facts rows={rows} ruled />
      </div>
      <DialogActs>
        <Button onClick={onClose}>Fermer</Button>
        <Button kind="edge" icon="hospital" onClick={() => seeAll(id)}>
          Voir tous les postes de ce service
        </Button>
      </DialogActs>
    </Dialog>
  );
}

/** Seats of the same line are alike: what is free among them counts as much as this one. */
function similar({ line }: PostRow, words: string): string {
  const { offered, filled } = line.state;
  return `${words}\u00a0: ${plural(filled, 'pourvu', 'pourvus')} sur ${offered}`;
}

const Unknown = ({ onClose }: { readonly onClose: () => void }): VNode => (
  <Dialog title="Poste introuvable" onClose={onClose}>
    <p>Ce poste n’est pas, ou n’est plus, dans l’offre qui est affichée ici.</p>
    <DialogActs>
      <Button onClick={onClose}>Fermer</Button>
    </DialogActs>
  </Dialog>
);
