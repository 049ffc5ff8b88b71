/** «Ma situation»: a card at the right on a desktop, one line that opens on a phone. */
import type { VNode } from 'preact';
import { Contact } from '../pages/contact.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import type { FactRow } from '../ui/facts.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { specialtyName } from './model.ts';
import { useRoom } from './room-context.ts';
import { STATUS_WORDS } from './words.ts';
import './my-situation.css';

const PHASES = {
  socle: 'Socle',
  approfondissement: 'Approfondissement',
  consolidation: 'Consolidation',
  ancienRegime: 'Ancien régime',
  fst: 'FST',
} as const;

export function MySituation(): VNode | null {
  const { live, person, standing, realm } = useRoom();
  const [directory, you] = [live.directory.value, live.you.value];
  const mine = directory?.people.find(({ id }) => id === person);
  if (directory === null || mine === undefined) return null;
  const moment = standing.value?.moment.kind;
  const status = STATUS_WORDS[you?.status ?? 'classic'];
  const online = live.link.value.kind === 'live';
  const rows: readonly FactRow[] = [
    ['Ordre d’appel', `n° ${mine.callOrder} sur ${directory.people.length}`],
    ['Type de choix', status],
    ['Présence', online ? 'En ligne' : 'Hors ligne'],
    ['DES', specialtyName(directory, mine.specialty) ?? ''],
    ['Phase', PHASES[directory.phase]],
    ...(realm === 'intern' ? [['Procuration', you?.mandatary ?? 'Aucune'] as const] : []),
    ...(moment === 'chosen' ? [['État', 'Choix fait'] as const] : []),
  ];
  return (
    <>
      {moment === 'myTurn' ? <HowToChoose /> : null}
      <div class="my-situation-wide">
        <Card title="Ma situation">
          <Facts rows={rows} />
        </Card>
      </div>
      <details class="my-situation-phone">
        <summary>
          <Icon name="user" />
          <span>
            <b>
              n° {mine.callOrder} · {status}
            </b>{' '}
            · {online ? 'en ligne' : 'hors ligne'}
          </span>
          <Icon name="chevronDown" />
        </summary>
        <Facts rows={rows} />
      </details>
      {moment === 'myTurn' ? (
        <div class="my-situation-wide">
          <Card title="Une difficulté ?">
            <Contact />
          </Card>
        </div>
      ) : null}
    </>
  );
}

const HowToChoose = (): VNode => (
  <div class="how-to-choose">
    <Icon name="check" />
    <div>
      <h2>Comment choisir</h2>
      <p>
        Bouton vert « Choisir », puis « Oui, je confirme ». Sans confirmation avant la fin, votre tour passe.
      </p>
    </div>
  </div>
);
