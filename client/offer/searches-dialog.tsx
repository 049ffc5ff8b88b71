/** «Mes recherches»: each with what it finds today; opened, renamed, replaced by the one in place, deleted. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { SavedSearch } from '../http/answers.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { announce } from '../ui/live-regions.tsx';
import { Loading } from '../ui/loading.tsx';
import { Trouble } from '../ui/trouble.tsx';
import type { OfferSource } from './offer-source.ts';
import { LONGEST_NAME } from './save-dialog.tsx';
import { useFoundToday } from './use-found-today.ts';
import type { Kept, SavedSearchesKept } from './use-saved-searches.ts';
import './searches-dialog.css';

interface SearchesDialogProps {
  readonly source: OfferSource;
  readonly searches: SavedSearchesKept;
  /** The search in place; null where there is none to replace another by. */
  readonly query: string | null;
  readonly onOpen: (query: string) => void;
  readonly onClose: () => void;
}

type Doing = { readonly kind: 'rename' | 'replace' | 'remove'; readonly of: SavedSearch };

export function SearchesDialog({ source, searches, query, onOpen, onClose }: SearchesDialogProps): VNode {
  const [doing, setDoing] = useState<Doing | null>(null);
  const today = useFoundToday(source, searches.list);
  return (
    <Dialog title="Mes recherches" onClose={onClose}>
      <Trouble
        asked={{ value: searches.list, trouble: searches.trouble, again: searches.again }}
        titles={['Recherches indisponibles', 'Recherches qui ne sont plus à jour']}
      />
      {searches.list === null && searches.trouble === null ? <Loading lines={3} /> : null}
      <ul class="searches">
        {searches.list?.map(one => (
          <li key={one.id}>
            <button type="button" class="searches-open" onClick={() => onOpen(one.query)}>
              <b>{one.name}</b>
              <span class="quiet digits">{today.get(one.id) ?? '\u00a0'}</span>
            </button>
            {doing?.of.id === one.id ? (
              <Change doing={doing} query={query} searches={searches} onDone={() => setDoing(null)} />
            ) : (
              <div class="row searches-acts">
                <Button kind="bare" onClick={() => setDoing({ kind: 'rename', of: one })}>
                  Renommer<span class="hidden-text"> {one.name}</span>
                </Button>
                {query === null || query === one.query ? null : (
                  <Button kind="bare" onClick={() => setDoing({ kind: 'replace', of: one })}>
                    Remplacer<span class="hidden-text"> {one.name}</span>
                  </Button>
                )}
                <Button kind="bare" icon="trash" onClick={() => setDoing({ kind: 'remove', of: one })}>
                  Supprimer<span class="hidden-text"> {one.name}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {searches.list?.length === 0 ? <p>Aucune recherche n’est gardée.</p> : null}
      <DialogActs>
        <Button kind="edge" onClick={onClose}>
          Fermer
        </Button>
      </DialogActs>
    </Dialog>
  );
}

interface ChangeProps {
  readonly doing: Doing;
  readonly query: string | null;
  readonly searches: SavedSearchesKept;
  readonly onDone: () => void;
}

const ASKED = {
  rename: ['Renommer', 'Recherche renommée.'],
  replace: ['Remplacer par la recherche en place', 'Recherche remplacée.'],
  remove: ['Supprimer cette recherche', 'Recherche supprimée.'],
} as const;

function Change({ doing: { kind, of }, query, searches, onDone }: ChangeProps): VNode {
  const [name, setName] = useState(of.name);
  const [fault, setFault] = useState<string | null>(null);
  const [word, told] = ASKED[kind];
  const act = async (): Promise<Kept> => {
    if (kind === 'remove') return searches.remove(of.id);
    if (kind === 'replace') return searches.change(of.id, { query: query ?? of.query });
    if (name.trim() === '') return { kind: 'refused', text: 'Donnez un nom à cette recherche.' };
    return searches.change(of.id, { name: name.trim() });
  };
  const send = async (): Promise<void> => {
    const kept = await act();
    announce(kept.kind === 'done' ? 'status' : 'alert', kept.kind === 'done' ? told : kept.text);
    if (kept.kind === 'done') onDone();
    else setFault(kept.text);
  };
  return (
    <form
      class="searches-change"
      onSubmit={event => {
        event.preventDefault();
        void send();
      }}
    >
      {kind === 'rename' ? (
        <Field
          label="Nouveau nom"
          value={name}
          maxLength={LONGEST_NAME}
          fault={fault}
          onInput={event => setName(event.currentTarget.value)}
        />
      ) : fault === null ? null : (
        <p class="field-fault">{fault}</p>
      )}
      <div class="row">
        <Button type="submit" kind={kind === 'remove' ? 'stop' : 'plain'}>
          {word}
        </Button>
        <Button kind="edge" onClick={onDone}>
          Annuler
        </Button>
      </div>
    </form>
  );
}
