/** The pink box: how many interns are ahead, and the row of seats, or my place on the bar of numbers. */
import type { VNode } from 'preact';
import { callOrderText } from '../../machines/call-order-text.ts';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import type { Estimate, Pace } from '../../machines/session/estimate.ts';
import { useRoom } from './room-context.ts';
import type { Seat, Seats } from './seats.ts';
import { aheadExplained, aheadWords, aroundWords, marginWords, startWords } from './words.ts';
import './pink-box.css';

export function PinkBox(): VNode | null {
  const { standing, seats, live, estimate, pace } = useRoom();
  const { moment, session } = standing.value ?? { moment: null, session: null };
  if (session === null) return null;
  if (moment?.kind === 'before' && moment.ahead !== null && moment.state === 'open')
    return (
      <section class="pink-box" aria-label="Votre place">
        <Count count={moment.ahead} words={aheadWords(moment.ahead)} under="à l’ouverture de la session" />
        {seats.value === null ? null : <SeatsShown seats={seats.value} />}
        <p class="pink-box-hour">
          <Icon name="calendarTime" />
          <span>
            <span>
              Début <b>{startWords(session.startsAt)}</b>
            </span>
          </span>
        </p>
        <Hour estimate={estimate.value} pace={null} />
      </section>
    );
  if (moment?.kind !== 'inLine') return null;
  const { ahead } = moment;
  const lost = live.link.value.kind === 'lost';
  return (
    <section class="pink-box" aria-label="Votre place">
      <Count
        count={ahead}
        words={aheadWords(ahead)}
        under={
          lost ? 'au moment où la connexion s’est perdue' : aheadExplained(ahead, session.state === 'paused')
        }
      />
      {seats.value === null ? null : <SeatsShown seats={seats.value} />}
      {lost ? null : <Hour estimate={estimate.value} pace={pace.value} />}
    </section>
  );
}

/** When my turn will come, from the pace so far (M §10); an estimate, so with its margin. */
function Hour({
  estimate,
  pace,
}: {
  readonly estimate: Estimate | null;
  readonly pace: Pace | null;
}): VNode | null {
  if (estimate === null) return null;
  return (
    <p class="pink-box-hour">
      <Icon name="clock" />
      <span>
        <span>
          {estimate.kind === 'suspended' ? null : 'Votre tour '}
          <b>{aroundWords(estimate)}</b>
        </span>
        <span class="pink-box-margin digits">{marginWords(estimate, pace)}</span>
      </span>
    </p>
  );
}

const Count = ({
  count,
  words,
  under,
}: {
  readonly count: number;
  readonly words: string;
  readonly under: string;
}): VNode => (
  <div class="pink-box-count">
    <span class="pink-box-number digits">{count}</span>
    <p>
      <b>{words}</b>
      <span>{under}</span>
    </p>
  </div>
);

const SEATS: Readonly<Record<Seat['kind'], readonly [IconName | null, string]>> = {
  called: ['hourglass', 'choisit'],
  returned: ['back', 'de retour'],
  waiting: [null, ''],
  notChoosing: ['calendarOff', 'ne choisit pas'],
  me: ['userFilled', 'vous'],
};

function SeatsShown({ seats }: { readonly seats: Seats }): VNode {
  if (seats.kind === 'bar')
    return (
      <div class="pink-bar">
        <div class="pink-bar-line" aria-hidden="true">
          <span class="pink-bar-done" style={{ inlineSize: `${seats.now * 100}%` }} />
          <span class="pink-bar-me" style={{ insetInlineStart: `${seats.mine * 100}%` }}>
            <Icon name="userFilled" />
          </span>
        </div>
        <p class="digits">
          n° {callOrderText(seats.first)} – {callOrderText(seats.last)}
        </p>
      </div>
    );
  return (
    <ol class="seats" aria-label="Ordre de passage jusqu’à vous">
      {seats.seats.map(({ person, number, kind }) => {
        const [icon, word] = SEATS[kind];
        return (
          <li key={person} class={`seat seat-${kind}`}>
            <span class="seat-back">{icon === null ? null : <Icon name={icon} />}</span>
            <span class="seat-number digits">{kind === 'me' ? 'Vous' : callOrderText(number)}</span>
            {word === '' || kind === 'me' ? null : <span class="hidden-text">{word}</span>}
          </li>
        );
      })}
    </ol>
  );
}
