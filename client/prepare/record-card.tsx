/** «Registre avant la session»: who did what to the amphitheatre, when and why; to read only. */
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Directory } from '../../machines/directory.ts';
import { day, hour } from '../../machines/french-time.ts';
import { actText } from '../desk/act-text.ts';
import { namesOf } from '../desk/names.ts';
import type { RecordedActs } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { Card } from '../ui/card.tsx';
import { plural } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { Trouble } from '../ui/trouble.tsx';
import './offer-card.css';

interface RecordCardProps {
  readonly amphitheatre: number;
  readonly directory: Directory;
}

/** Asked again by the minute: another moderator may act meanwhile. */
const AGAIN_MS = 60_000;

export function RecordCard({ amphitheatre, directory }: RecordCardProps): VNode {
  const asked = useAsked<RecordedActs>(`/desk/amphitheatres/${amphitheatre}/acts`, AGAIN_MS);
  const names = useMemo(() => namesOf(directory), [directory]);
  const { value, trouble } = asked;
  return (
    <Card flush title="Registre avant la session">
      <div class="stack prepare-offer-head">
        <Trouble asked={asked} titles={['Registre indisponible', 'Registre qui n’est plus à jour']} />
        <p class="quiet small">
          Ce qui se fait pendant une session est dans son journal.
          {value === null
            ? null
            : value.acts.length === value.total
              ? ` ${plural(value.total, 'ligne', 'lignes')}.`
              : ` Les ${value.acts.length} dernières lignes sur ${value.total}.`}
        </p>
        {value === null && trouble === null ? <Loading lines={4} /> : null}
      </div>
      <ol class="prepare-offer" aria-label="Registre avant la session">
        {value?.acts.map(act => (
          <li key={act.id}>
            <div class="prepare-post">
              <span class="prepare-act">{actText(act, names)}</span>
              <span class="quiet small">
                {act.who}, {day(act.at)} à {hour(act.at)}
              </span>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
