/** «Ma situation»: a card at the right on a desktop, one line that opens on a phone. */
import type { VNode } from 'preact';
import { callOrderText } from '../../machines/call-order-text.ts';
import type { NotificationSettings } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { reachOf } from '../notifications/reach.ts';
import { Contact } from '../pages/contact.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import type { FactRow } from '../ui/facts.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { PHASE_WORDS } from '../ui/phase-words.ts';
import { specialtyName } from './model.ts';
import { notifier } from './notifier.ts';
import { OwnMandate } from './own-mandate.tsx';
import { useRoom } from './room-context.ts';
import { SoundSettings, SoundWord } from './sound-settings.tsx';
import { STATUS_WORDS } from '../ui/status-words.ts';
import './my-situation.css';

export function MySituation(): VNode | null {
  const { live, person, standing, realm, rehearsal } = useRoom();
  // A new sign-in is woken by no push until it asks, though the browser's permission stands.
  const asked = useAsked<NotificationSettings>(
    notifier.value === 'on' ? `/me/notifications/settings?realm=${realm}` : null,
  );
  const told = { reach: asked.value === null ? null : reachOf(asked.value), onTold: asked.again };
  const [directory, you] = [live.directory.value, live.you.value];
  const mine = directory?.people.find(({ id }) => id === person);
  if (directory === null || mine === undefined) return null;
  const moment = standing.value?.moment.kind;
  const status = STATUS_WORDS[you?.status ?? 'classic'];
  const online = live.link.value.kind === 'live';
  const onLine = online ? 'En ligne' : 'Hors ligne';
  const excused = you !== null && you.plannedAbsence !== null;
  const presence = excused ? `Absence prévue · ${onLine.toLowerCase()}` : onLine;
  const rows: readonly FactRow[] = [
    ['Ordre d’appel', `n° ${callOrderText(mine.callOrder)} sur ${directory.people.length}`],
    ['Type de choix', status],
    ['Présence', presence],
    ['Groupe', directory.group],
    ['DES', specialtyName(directory, mine.specialty) ?? ''],
    ['Phase', PHASE_WORDS[directory.phase]],
    ...(realm === 'intern' ? [['Procuration', <OwnMandate key="mandate" />] as const] : []),
    ...(moment === 'chosen' ? [] : [['Son', <SoundWord />] as const]),
    ...(moment === 'chosen' ? [['État', 'Choix fait'] as const] : []),
    ...(moment === 'chosen' && realm === 'intern'
      ? [['Favoris', 'Conservés jusqu’à la fin du semestre'] as const]
      : []),
  ];
  // Nothing that leads away from the page at one's turn, nor out of a rehearsal to what is real.
  const further = rehearsal === null && moment !== 'myTurn';
  return (
    <>
      {moment === 'myTurn' ? <HowToChoose /> : null}
      <div class="my-situation-wide">
        <Card title="Ma situation">
          <Facts rows={rows} />
          {moment === 'chosen' ? null : <SoundSettings {...told} />}
          {further ? <Further realm={realm} amphitheatre={directory.amphitheatre} /> : null}
        </Card>
      </div>
      <details class="my-situation-phone">
        <summary>
          <Icon name="user" />
          <span>
            <b>
              n° {callOrderText(mine.callOrder)} · {status}
            </b>{' '}
            · {online ? 'en ligne' : 'hors ligne'}
          </span>
          <Icon name="chevronDown" />
        </summary>
        <Facts rows={rows} />
        {moment === 'chosen' ? null : <SoundSettings {...told} />}
        {further ? <Further realm={realm} amphitheatre={directory.amphitheatre} /> : null}
      </details>
      {moment === 'myTurn' ? (
        <Card title="Une difficulté ?">
          <Contact />
          <p>Une pause garde votre temps.</p>
        </Card>
      ) : null}
    </>
  );
}

const Further = ({
  realm,
  amphitheatre,
}: {
  readonly realm: 'intern' | 'mandatary';
  readonly amphitheatre: number;
}): VNode => (
  <ul class="my-situation-further">
    <li>
      <a href={`/mon-amphitheatre?compte=${realm}`}>Mon amphithéâtre</a>
    </li>
    <li>
      <a href={`/amphitheatres/${amphitheatre}`}>Liste d’appel</a>
    </li>
    <li>
      <a href="/tester-mon-poste">Tester mon poste</a>
    </li>
  </ul>
);

const HowToChoose = (): VNode => (
  <div class="how-to-choose">
    <Icon name="check" />
    <div>
      <h2>Comment choisir</h2>
      <p>
        Bouton vert « Choisir » ou « Valider ce choix », puis « Oui, je confirme ». Sans confirmation avant la
        fin, votre tour passe.
      </p>
    </div>
  </div>
);
