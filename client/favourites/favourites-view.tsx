/** The whole list of favourites: how many are still free, what became of changes, the rows, and what to do where there are none. */
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { hour } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';
import type { OfferService } from '../offer/offer.ts';
import { useOffer } from '../offer/offer-context.ts';
import { postIn } from '../offer/offer-source.ts';
import { PostSheet } from '../offer/post-sheet.tsx';
import type { RoomModel } from '../room/model.ts';
import { Alert } from '../ui/alert.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { day } from '../ui/format.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Loading } from '../ui/loading.tsx';
import { WORKPLACES } from '../ui/navigation.ts';
import { ArrangeList } from './arrange-list.tsx';
import { BeforeOpen } from './before-open.tsx';
import { favouriteRows } from './favourite-rows.ts';
import type { FavouriteRow } from './favourite-rows.ts';
import { stillWords } from './favourite-words.ts';
import type { FavouritesLife } from './favourites-life.ts';
import { ImportCard } from './import-card.tsx';
import { Keeping } from './keeping.tsx';
import { NoFavourites } from './no-favourites.tsx';
import { ReturnedNote } from './returned-note.tsx';
import { ChangeToast } from './toast.tsx';
import { useGone } from './use-gone.ts';
import { useKeptOffer } from './use-kept-offer.ts';
import './favourites.css';

interface FavouritesViewProps {
  readonly realm: 'intern' | 'mandatary';
  readonly favourites: FavouritesLife;
  /** Null without the server. */
  readonly model: RoomModel | null;
}

const NONE: readonly FavouriteRow[] = [];
const NO_SERVICES: readonly OfferService[] = [];
const OFFER = '/postes';

export function FavouritesView({ realm, favourites, model }: FavouritesViewProps): VNode {
  const { status } = useOffer();
  const [whole, setWhole] = useState(false);
  const [list, kept] = [favourites.list.value, favourites.offer.value];
  const fresh = model?.offer.value ?? null;
  const services = fresh ?? kept?.services ?? null;
  const rows = useMemo(
    () => (list === null || services === null ? NONE : favouriteRows(list, services)),
    [list, services],
  );
  const live = model?.live ?? null;
  useGone(rows, list !== null && fresh !== null, live, null);
  const seen = list === null || fresh === null || live === null ? null : { status: status(), clock: live };
  useKeptOffer(favourites, rows, seen);
  if (favourites.open.value === false && model !== null)
    return <BeforeOpen sessions={[...(model.live.view.value?.state.sessions.values() ?? [])]} />;
  if (list === null || (services === null && list.length > 0)) return <NotThere favourites={favourites} />;
  const chosen = model?.standing.value?.moment.kind === 'chosen';
  const arranges = favourites.arranges.value;
  const hidden = list.length - rows.length;
  return (
    <>
      {chosen ? <Over realm={realm} /> : null}
      {realm === 'mandatary' ? (
        <p class="quiet">Vous les lisez en tant que mandataire&#8239;; l’interne les range.</p>
      ) : null}
      <ReturnedNote services={services ?? NO_SERVICES} />
      {rows.length === 0 ? null : (
        <div class="split favourites-page-head">
          <p class="favourites-still digits">
            <Icon name="heartFilled" /> {stillWords(rows, status())}
          </p>
          <div class="row">
            <Button
              kind="edge"
              icon={whole ? 'chevronUp' : 'chevronDown'}
              aria-pressed={whole}
              onClick={() => setWhole(!whole)}
            >
              Voir tous les favoris
            </Button>
            <LinkButton kind="bare" icon="list" href={OFFER}>
              Voir tous les postes
            </LinkButton>
          </div>
        </div>
      )}
      {fresh === null && kept !== null && rows.length > 0 ? <AsOf at={kept.at} /> : null}
      {rows.length > 0 ? (
        <ArrangeList rows={rows} whole={whole} onSeeAll={null} />
      ) : (
        <>
          {arranges && favourites.keeping.value === 'offline' ? <Keeping /> : null}
          {hidden === 0 && !chosen ? <NoFavourites realm={realm} offerHref={OFFER} /> : null}
        </>
      )}
      {hidden === 0 ? null : <Hidden count={hidden} live={fresh !== null} />}
      {arranges ? <ImportCard favourites={favourites} empty={list.length === 0} /> : null}
      <ChangeToast services={services ?? NO_SERVICES} />
      <PostSheet find={post => postIn(services ?? NO_SERVICES, post)} whole={false} offerAt={OFFER} />
    </>
  );
}

function NotThere({ favourites }: Pick<FavouritesViewProps, 'favourites'>): VNode {
  const trouble = favourites.trouble.value;
  if (trouble === null) return <Loading lines={6} />;
  return (
    <Alert
      kind="attention"
      title="La liste n’a pas pu être lue"
      acts={
        <Button icon="refresh" onClick={() => favourites.again()}>
          Réessayer
        </Button>
      }
    >
      <p>{trouble}</p>
    </Alert>
  );
}

const Over = ({ realm }: Pick<FavouritesViewProps, 'realm'>): VNode => (
  <p>
    Le choix est enregistré&nbsp;: les favoris ne servent plus ce semestre.{' '}
    <a href={WORKPLACES[realm].href}>Revoir le choix</a>
  </p>
);

const AsOf = ({ at }: { readonly at: Ms }): VNode => (
  <p class="quiet favourites-as-of">
    <Icon name="clock" />
    <span>
      Liste gardée sur cet appareil. Les postes libres et pourvus sont ceux du {day(at)} à {hour(at)},
      jusqu’au retour du réseau.
    </span>
  </p>
);

function Hidden({ count, live }: { readonly count: number; readonly live: boolean }): VNode {
  const [one, many] = live
    ? ['favori n’est plus dans l’offre', 'favoris ne sont plus dans l’offre']
    : ['favori se montrera dès le retour du réseau', 'favoris se montreront dès le retour du réseau'];
  return (
    <p class="quiet">
      {count}&nbsp;{count < 2 ? one : many}.
    </p>
  );
}
