/** The menu of one person: what is known of them, and only the acts that their state takes; most ask before anything is sent. */
import type { VNode } from 'preact';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { askAbout } from './asking.ts';
import type { Asking } from './asking.ts';
import { noActsReason, notRehearsed, personActs } from './person-acts.ts';
import type { PersonAct } from './person-acts.ts';
import { PersonFacts } from './person-facts.tsx';
import type { RoomView } from './room-view.ts';
import './person-menu.css';

interface PersonMenuProps {
  readonly asking: Extract<Asking, { kind: 'menu' }>;
  readonly view: RoomView;
  readonly onAsk: (asking: Asking) => void;
  readonly onClose: () => void;
}

const WORDS: Readonly<Record<PersonAct, readonly [IconName, string]>> = {
  callBack: ['back', 'Rappeler dans la file…'],
  lift: ['back', 'Lever l’absence prévue…'],
  readPhone: ['phone', 'Afficher le téléphone…'],
  prolong: ['clockPlus', 'Prolonger…'],
  chooseOnBehalf: ['hand', 'Choisir à sa place…'],
  markAbsent: ['userOff', 'Constater l’absence…'],
  pass: ['skip', 'Passer le tour…'],
  excuse: ['calendarOff', 'Noter une absence prévue…'],
  correct: ['scissors', 'Corriger le choix…'],
  assign: ['armchair', 'Affecter un poste…'],
  setStatus: ['user', 'Changer le type de choix…'],
  setExtraTurn: ['clockPlus', 'Donner un tour plus long…'],
  message: ['mail', 'Message à cette personne…'],
};

export function PersonMenu({ asking, view, onAsk, onClose }: PersonMenuProps): VNode {
  const { person, on } = asking;
  const { names, sending, situation } = view;
  const acts = personActs(on, situation);
  const limits = notRehearsed(situation);
  const pick = (act: PersonAct): void => {
    const next = askAbout(act, person, view);
    if (next === null) return onClose();
    // What the menu was opened on: it may have changed under it.
    const isSeen =
      next.kind === 'excuse' || next.kind === 'lift' || next.kind === 'callBack' || next.kind === 'assign';
    onAsk(isSeen ? { ...next, on } : next);
  };
  return (
    <Dialog title={`${names.order(person)} · ${names.name(person)}`} onClose={onClose}>
      <PersonFacts person={person} view={view} />
      <div class="person-acts">
        {acts.length === 0 ? <p>{noActsReason(on, situation)}</p> : null}
        {acts.map(act => (
          <Button
            key={act}
            kind="edge"
            wide
            icon={WORDS[act][0]}
            busy={sending !== null}
            onClick={() => pick(act)}
          >
            {sending?.type === act ? 'Envoi…' : WORDS[act][1]}
          </Button>
        ))}
      </div>
      {limits === null ? null : <p class="quiet small">{limits}</p>}
      <DialogActs>
        <Button kind="edge" onClick={onClose}>
          Fermer
        </Button>
      </DialogActs>
    </Dialog>
  );
}
