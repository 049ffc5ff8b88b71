/** Gives the search that is in place a name; one that is taken asks whether to replace what has it. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { savedQuery } from '../../machines/offer-address.ts';
import type { OfferSearch } from '../../machines/offer-search.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { announce } from '../ui/live-regions.tsx';
import { nameFor } from './search-words.ts';
import type { Kept, SavedSearchesKept } from './use-saved-searches.ts';

export const LONGEST_NAME = 80; // characters, as the server takes

interface SaveDialogProps {
  readonly search: OfferSearch;
  readonly searches: SavedSearchesKept;
  readonly onClose: () => void;
}

export function SaveDialog({ search, searches, onClose }: SaveDialogProps): VNode {
  const [name, setName] = useState(() => nameFor(search));
  const [answer, setAnswer] = useState<Kept | null>(null);
  const [busy, setBusy] = useState(false);
  const query = savedQuery(search);
  const taken =
    answer?.kind === 'nameTaken' ? (searches.list?.find(one => one.name === name.trim()) ?? null) : null;

  const send = async (sent: Promise<Kept>): Promise<void> => {
    setBusy(true);
    const kept = await sent;
    setBusy(false);
    setAnswer(kept);
    if (kept.kind === 'done') {
      announce('status', `Recherche sauvegardée\u00a0: ${name.trim()}.`);
      onClose();
    } else announce('alert', kept.text);
  };
  const save = (): void => {
    if (name.trim() === '') setAnswer({ kind: 'refused', text: 'Donnez un nom à cette recherche.' });
    else void send(searches.add(name.trim(), query));
  };
  return (
    <Dialog title="Sauvegarder la recherche" closable={!busy} onClose={onClose}>
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault();
          save();
        }}
      >
        <Field
          label="Nom de la recherche"
          hint="Elle montrera toujours l’offre du jour, ici et dans votre amphithéâtre."
          value={name}
          maxLength={LONGEST_NAME}
          fault={answer === null || answer.kind === 'done' ? null : answer.text}
          onInput={event => {
            setName(event.currentTarget.value);
            setAnswer(null);
          }}
        />
        <DialogActs>
          {taken === null ? (
            <Button type="submit" busy={busy}>
              Sauvegarder
            </Button>
          ) : (
            <Button busy={busy} onClick={() => void send(searches.change(taken.id, { query }))}>
              Remplacer «&nbsp;{taken.name}&nbsp;»
            </Button>
          )}
          <Button kind="edge" onClick={onClose}>
            Annuler
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
