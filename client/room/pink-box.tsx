/** The pink box: how many interns are ahead, and the row of seats, or my place on the bar of numbers. */
import type { VNode } from 'preact';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { useRoom } from './room-context.ts';
import type { Seat, Seats } from './seats.ts';
import { aheadExplained, aheadWords, startWords } from './words.ts';
import './pink-box.css';

export function PinkBox(): VNode | null {
  const { standing, seats, live } = useRoom();
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
            Début <b>{startWords(session.startsAt)}</b>
          </span>
        </p>
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
    </section>
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
          n° {seats.first} – {seats.last}
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
            <span class="seat-number digits">{kind === 'me' ? 'Vous' : number}</span>
            {word === '' || kind === 'me' ? null : <span class="hidden-text">{word}</span>}
          </li>
        );
      })}
    </ol>
  );
}
