/** The room's help: what the keyboard does here, and the switch that turns its shortcuts off. */
import type { VNode } from 'preact';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { Facts } from '../ui/facts.tsx';
import { SHORTCUTS } from './shortcuts.ts';
import './one-of.css';

interface HelpDialogProps {
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
  readonly onClose: () => void;
}

export const HelpDialog = ({ on, onTurn, onClose }: HelpDialogProps): VNode => (
  <Dialog title="Raccourcis clavier" onClose={onClose}>
    <Facts rows={SHORTCUTS.map(([, letter, word]) => [`Alt + Maj + ${letter}`, word] as const)} />
    <p class="quiet">
      Aucun raccourci n’enregistre quoi que ce soit : chacun ouvre une fenêtre ou déplace le curseur. Ce
      réglage reste sur cet appareil.
    </p>
    <label class="one-of-choice">
      <input type="checkbox" checked={on} onChange={event => onTurn(event.currentTarget.checked)} />
      <span>Raccourcis actifs</span>
    </label>
    <DialogActs>
      <Button onClick={onClose}>Fermer</Button>
    </DialogActs>
  </Dialog>
);
