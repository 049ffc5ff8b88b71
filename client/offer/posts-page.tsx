/** `/postes`: every published post of the semester, for everybody; an intern finds hearts and reasons on their own. */
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { PublicPage } from '../public-pages/public-page.tsx';
import { LinkButton } from '../ui/button.tsx';
import { semesterName } from '../ui/format.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Empty, Loading } from '../ui/loading.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { OfferContext } from './offer-context.ts';
import { OfferView } from './offer-view.tsx';
import { publicSource } from './public-offer.ts';
import { useOwnOffer } from './use-own-offer.ts';
import { usePublicOffer } from './use-public-offer.ts';
import { usePublicPlace } from './use-public-place.ts';

const WHOLE = { amphitheatre: null };
const NONE: ReadonlyMap<number, string> = new Map();

export function PostsPage(): VNode {
  const { offer, semester, state, live, trouble, again } = usePublicOffer();
  const own = useOwnOffer();
  const place = usePublicPlace(own, offer?.specialties ?? NONE);
  const source = useMemo(
    () => (offer === null ? null : publicSource(offer, state, own.offer)),
    [offer, state, own.offer],
  );
  return (
    <PublicPage
      title="Postes offerts"
      sub={
        <>
          {semester === null ? '\u00a0' : semesterName(semester)}
          {live ? (
            <>
              {' '}
              <b class="offer-live no-print">
                <Icon name="plug" /> en direct
              </b>
            </>
          ) : null}
        </>
      }
    >
      <Trouble
        asked={{ value: source, trouble, again }}
        titles={['Postes indisponibles', 'Postes qui ne sont plus à jour']}
      />
      {source === null || offer === null ? (
        trouble === null ? (
          <Loading lines={8} />
        ) : null
      ) : source.index.posts.length === 0 ? (
        <Empty icon="stethoscope" title="Aucun poste publié pour l’instant">
          <p>L’offre de chaque amphithéâtre paraît ici dès sa publication par l’ARS.</p>
          <LinkButton kind="edge" href="/amphitheatres">
            Voir les amphithéâtres publiés
          </LinkButton>
        </Empty>
      ) : (
        <OfferContext.Provider value={place}>
          <OfferView source={source} title="Postes du semestre" documents={WHOLE} />
        </OfferContext.Provider>
      )}
    </PublicPage>
  );
}
