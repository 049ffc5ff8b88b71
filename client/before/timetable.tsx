/** The sessions of one's amphitheatre and their hours, one's own marked, with the hour of one's turn. */
import type { VNode } from 'preact';
import { hour } from '../../machines/french-time.ts';
import type { Ms, PersonId } from '../../machines/ids.ts';
import { estimatedStart, estimatedTurn } from '../../machines/session/estimate.ts';
import type { MyAmphitheatre } from '../http/answers.ts';
import { held } from '../live/held.ts';
import { aroundWords } from '../room/words.ts';
import { Card } from '../ui/card.tsx';
import { day, plural } from '../ui/format.ts';
import { SessionTag, Tag } from '../ui/tag.tsx';
import type { OwnRealm } from './use-my-amphitheatre.ts';
import { turnWords } from './words.ts';

type OwnSession = NonNullable<MyAmphitheatre['amphitheatre']>['sessions'][number];

interface TimetableProps {
  readonly mine: MyAmphitheatre;
  readonly realm: OwnRealm;
  readonly person: PersonId | null;
  readonly now: Ms;
}

export function Timetable({ mine, realm, person, now }: TimetableProps): VNode | null {
  const { amphitheatre, place } = mine;
  if (amphitheatre === null || amphitheatre.sessions.length === 0) return null;
  const turn = turnOf({ mine, realm, person, now });
  const ics = `/api/me/session.ics?realm=${realm}`;
  const toCome = amphitheatre.sessions.some(
    ({ id, state, startsAt }) =>
      id === place?.session && startsAt !== null && !['running', 'paused', 'closed'].includes(state),
  );
  return (
    <Card flush title="Horaires" aside={<span class="quiet small">heure de Paris</span>}>
      <ul class="lines">
        {amphitheatre.sessions.map(session => (
          <li class={session.id === place?.session ? 'line timetable-mine' : 'line'} key={session.id}>
            <span class="line-text">
              <b>Session {session.number}</b>
              <span class="small">
                {session.startsAt === null
                  ? 'heure à fixer'
                  : `${day(session.startsAt)} à ${hour(session.startsAt)}`}
                <span class="quiet"> · {plural(session.size, 'interne', 'internes')}</span>
                <Later session={session} realm={realm} now={now} />
              </span>
              {session.id === place?.session && turn !== null ? (
                <span class="digits">
                  {realm === 'intern' ? 'Votre tour' : 'Son tour'} <b>{turn}</b>
                </span>
              ) : null}
            </span>
            <span class="row">
              {session.id === place?.session ? (
                <Tag kind="mine" icon="user">
                  {realm === 'intern' ? 'Vous' : 'Procuration'}
                </Tag>
              ) : null}
              <SessionTag state={session.state} />
            </span>
          </li>
        ))}
      </ul>
      {toCome ? (
        <div class="timetable-acts">
          <a class="ds-button button button-edge" href={ics} download="session.ics">
            <span>Ajouter à mon agenda</span>
          </a>
          <p class="small quiet">
            L’heure du tour est une prévision. Si l’heure de la session change, un e-mail vous le dit&nbsp;:
            ajoutez-la de nouveau, l’agenda déplacera l’événement.
          </p>
        </div>
      ) : null}
    </Card>
  );
}

/** From the live state where it is here, as in the room; else as planned. */
function turnOf({ mine, realm, person, now }: TimetableProps): string | null {
  if (mine.choice !== null || mine.plannedAbsence !== null || mine.outcome !== null) return null;
  const state = held[realm].value?.view.value?.state;
  const live = state === undefined || person === null ? null : estimatedTurn(state, person, now);
  if (live?.kind === 'around') return turnWords(live);
  if (live?.kind === 'suspended') return aroundWords(live);
  return mine.place?.turn ? turnWords(mine.place.turn) : null;
}

const LATER_MS = 5 * 60_000;

/** An earlier session takes longer than planned. */
function Later({
  session,
  realm,
  now,
}: {
  readonly session: OwnSession;
  readonly realm: OwnRealm;
  readonly now: Ms;
}): VNode | null {
  const state = held[realm].value?.view.value?.state;
  const live = state?.sessions.get(session.id);
  if (state === undefined || live === undefined || session.startsAt === null) return null;
  if (session.state !== 'open' && session.state !== 'validated') return null;
  const runs = [...state.sessions.values()].some(one => one.state === 'running');
  if (!runs && session.startsAt <= now) return <b> · devait commencer, en attente</b>;
  const start = estimatedStart(state, live, now);
  return start === null || start - session.startsAt < LATER_MS ? null : <b> · plutôt vers {hour(start)}</b>;
}
