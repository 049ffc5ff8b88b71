/** Who one is in the amphitheatre: phase and group, order and place, kind of choice, presence, mandate. */
import type { VNode } from 'preact';
import { callOrderText } from '../../machines/call-order-text.ts';
import type { MyAmphitheatre } from '../http/answers.ts';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import type { FactRow } from '../ui/facts.tsx';
import { duration } from '../ui/format.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';
import { PHASE_WORDS } from '../ui/phase-words.ts';
import { partOf } from './situation.ts';
import type { Part } from './situation.ts';
import type { OwnRealm } from './use-my-amphitheatre.ts';

interface MyPlaceProps {
  readonly mine: MyAmphitheatre;
  readonly realm: OwnRealm;
}

export const MyPlace = ({ mine, realm }: MyPlaceProps): VNode => (
  <Card title={realm === 'intern' ? 'Ma situation' : 'Sa situation'}>
    <Facts rows={rowsOf(mine)} />
  </Card>
);

function rowsOf({ place, amphitheatre, mandate, ...mine }: MyAmphitheatre): readonly FactRow[] {
  const people = amphitheatre?.people ?? null;
  const session = amphitheatre?.sessions.find(({ id }) => id === place?.session);
  const accepted = mandate !== null && mandate.acceptedAt !== null;
  return [
    ['Groupe', mine.group],
    ['Phase', PHASE_WORDS[mine.phase]],
    ['DES', mine.specialty],
    [
      'Ordre d’appel',
      place === null
        ? 'Pas encore publié'
        : `n°\u00a0${callOrderText(place.callOrder)}${people === null ? '' : ` sur ${people}`}`,
    ],
    ...(session === undefined || place === null ? [] : ([['Place', placeWords(place, session)]] as const)),
    ['Type de choix', STATUS_WORDS[mine.status]],
    ...(mine.choice !== null || mine.outcome !== null || session?.state === 'closed'
      ? [] // nobody is awaited any more
      : ([['Présence', PRESENCES[partOf({ plannedAbsence: mine.plannedAbsence, mandate })]]] as const)),
    ...(mine.extraTurnMs === 0
      ? []
      : ([['Temps en plus', `${duration(mine.extraTurnMs)} à votre tour`]] as const)),
    ...(mine.rank === null ? [] : ([['Procuration', mandateWord(mandate, accepted)]] as const)),
  ];
}

const PRESENCES: Readonly<Record<Part, string>> = {
  chooses: 'Attendue à l’appel',
  heldByAnother: 'Celle de la personne mandatée',
  excused: 'Absence prévue',
};

const mandateWord = (mandate: MyAmphitheatre['mandate'], accepted: boolean): string =>
  mandate === null ? 'Aucune' : accepted ? 'Donnée' : 'Demandée';

function placeWords(
  { inSession, carriedOver }: NonNullable<MyAmphitheatre['place']>,
  { number, size }: { readonly number: number; readonly size: number },
): string {
  if (carriedOver || inSession === null) return `Session ${number}, avant ses propres internes`;
  return `Session ${number}, place ${inSession} sur ${size}`;
}
