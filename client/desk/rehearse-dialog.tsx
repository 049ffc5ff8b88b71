/** Preparing a rehearsal: of which session, and what it does and does not do. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ListedAmphitheatre } from '../http/answers.ts';
import { Dialog } from '../ui/dialog.tsx';
import { plural } from '../ui/format.ts';
import { DialogFoot } from './dialog-foot.tsx';
import { OneOf } from './one-of.tsx';

interface RehearseDialogProps {
  readonly amphitheatre: ListedAmphitheatre;
  readonly onClose: () => void;
  /** @param session its number */
  readonly onPrepare: (session: number) => void;
}

export function RehearseDialog({ amphitheatre, onClose, onPrepare }: RehearseDialogProps): VNode {
  const { title, sessions } = amphitheatre;
  const [number, setNumber] = useState(String(sessions[0]?.number ?? 1));
  return (
    <Dialog title="Préparer un amphi blanc" onClose={onClose}>
      <p class="quiet">{title}</p>
      {sessions.length < 2 ? null : (
        <OneOf
          label="Avec les internes de quelle session ?"
          titled
          choices={sessions.map(one => [
            String(one.number),
            `Session ${one.number}, ${plural(one.size, 'interne', 'internes')}`,
          ])}
          value={number}
          onChange={setNumber}
        />
      )}
      <p>
        L’amphi blanc s’ouvre aussitôt : la même liste d’appel, la même offre, tous les postes libres. Les
        internes de la session le trouvent sur leur page d’accueil ; aucun e-mail ne part.
      </p>
      <p>
        Rien de ce qui s’y choisit ne compte. La vraie session attend qu’il soit fermé s’il est encore en
        cours.
      </p>
      <DialogFoot
        act="Préparer l’amphi blanc"
        icon="flask"
        kind="go"
        onAct={() => onPrepare(Number(number))}
        onClose={onClose}
      />
    </Dialog>
  );
}
