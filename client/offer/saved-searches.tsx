/** «Sauvegarder la recherche» and «Mes recherches»: the person's own, the same here and there and on every device. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { savedQuery, searchFrom } from '../../machines/offer-address.ts';
import { isNarrowed } from '../../machines/offer-search.ts';
import type { OfferSearch } from '../../machines/offer-search.ts';
import { me } from '../http/account.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { later } from '../ui/later.tsx';
import { useOffer } from './offer-context.ts';
import type { OfferSource } from './offer-source.ts';
import { useSavedSearches } from './use-saved-searches.ts';
import './searches-dialog.css';

// Asked for with what a room brings later, else when they are opened; their style is there from the start.
const SaveDialog = later({
  what: 'La fenêtre «\u00a0Sauvegarder la recherche\u00a0»',
  load: () => import('./save-dialog.tsx').then(part => part.SaveDialog),
});
const SearchesDialog = later({
  what: 'La fenêtre «\u00a0Mes recherches\u00a0»',
  load: () => import('./searches-dialog.tsx').then(part => part.SearchesDialog),
});

interface SavedSearchesProps {
  readonly source: OfferSource;
  readonly search: OfferSearch;
  readonly onAsk: (search: OfferSearch) => void;
}

export function SavedSearches({ source, search, onAsk }: SavedSearchesProps): VNode | null {
  const { realm, choosing } = useOffer();
  const searches = useSavedSearches(realm);
  const [open, setOpen] = useState<'save' | 'list' | null>(null);
  const close = (): void => setOpen(null);
  const count = searches.list?.length ?? 0;
  if (me.value === null) return null;
  return (
    <>
      {isNarrowed(search) && !choosing() ? (
        <Button kind="bare" icon="save" onClick={() => setOpen('save')}>
          Sauvegarder la recherche
        </Button>
      ) : null}
      {realm === null || count === 0 ? null : (
        <Button
          kind="bare"
          icon="list"
          onClick={() => {
            searches.again(); // another device may have changed them
            setOpen('list');
          }}
        >
          Mes recherches ({count})
        </Button>
      )}
      {open === 'save' && realm === null ? <SignInFirst onClose={close} /> : null}
      {open === 'save' && realm !== null ? (
        <SaveDialog search={search} searches={searches} onClose={close} />
      ) : null}
      {open === 'list' ? (
        <SearchesDialog
          source={source}
          searches={searches}
          query={isNarrowed(search) ? savedQuery(search) : null}
          onOpen={query => {
            close();
            onAsk(searchFrom(new URLSearchParams(query)).search);
          }}
          onClose={close}
        />
      ) : null}
    </>
  );
}

function SignInFirst({ onClose }: { readonly onClose: () => void }): VNode {
  const back = encodeURIComponent(location.pathname + location.search);
  return (
    <Dialog title="Sauvegarder la recherche" onClose={onClose}>
      <p>
        Les recherches se gardent dans votre compte. Connectez-vous, la recherche en place vous attend. Vous
        pouvez aussi garder l’adresse de cette page&nbsp;: elle contient la recherche.
      </p>
      <DialogActs>
        <LinkButton href={`/connexion?vers=${back}`} icon="user">
          Se connecter
        </LinkButton>
        <Button kind="edge" onClick={onClose}>
          Fermer
        </Button>
      </DialogActs>
    </Dialog>
  );
}
