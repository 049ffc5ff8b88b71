/** The status of choice of one person, and why: changes at once which posts they may choose, also during their turn (domain §4). */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ChoiceStatus } from '../../machines/session/world.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';
import type { DeskCommand } from './desk-command.ts';
import { OneOf } from './one-of.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

interface StatusDialogProps {
  readonly title: string;
  /** As it is now: to be seen, not to be picked. */
  readonly status: ChoiceStatus;
  readonly rehearsal: boolean;
  readonly busy: boolean;
  /** Asked anew: what was not applied. */
  readonly again: DeskCommand | undefined;
  readonly onClose: () => void;
  readonly onStatus: (status: ChoiceStatus, reason: string) => void;
}

const STATUSES: readonly ChoiceStatus[] = [
  'classic',
  'supernumeraryValidating',
  'supernumeraryNonValidating',
];

export function StatusDialog({
  title,
  status,
  rehearsal,
  busy,
  again,
  onClose,
  onStatus,
}: StatusDialogProps): VNode {
  const others = STATUSES.filter(one => one !== status);
  const before = again?.type === 'setStatus' ? again : undefined;
  const wanted = others.find(one => one === before?.status);
  const [picked, setPicked] = useState<ChoiceStatus>(wanted ?? others[0] ?? status);
  return (
    <ReasonDialog
      title={title}
      told={`Actuellement\u00a0: ${STATUS_WORDS[status].toLocaleLowerCase('fr')}. Les postes ouverts changent aussitôt, même pendant le tour\u202f; le temps ne change pas. Le type est lu par cette personne et par l’ARS, le motif par l’ARS seulement.${rehearsal ? ' Amphi blanc\u00a0: le type de la vraie session ne change pas.' : ''}`}
      act="Changer le type de choix"
      icon="check"
      busy={busy}
      typed={before?.reason}
      onClose={onClose}
      onReason={reason => onStatus(picked, reason)}
    >
      {() => (
        <OneOf
          label="Nouveau type de choix"
          titled
          choices={others.map(one => [one, STATUS_WORDS[one]] as const)}
          value={picked}
          onChange={setPicked}
        />
      )}
    </ReasonDialog>
  );
}
