/** What was found for a call order: session, day and hour, place, and the hour the pace lets expect. */
import type { VNode } from 'preact';
import { callOrderText } from '../../machines/call-order-text.ts';
import { hour } from '../../machines/french-time.ts';
import type { AmphitheatreId, PersonId } from '../../machines/ids.ts';
import { estimatedTurn } from '../../machines/session/estimate.ts';
import type { Estimate } from '../../machines/session/estimate.ts';
import type { ListedAmphitheatre } from '../http/answers.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { day, number } from '../ui/format.ts';
import { Empty } from '../ui/loading.tsx';
import { Ordinals } from '../ui/ordinals.tsx';
import { SessionTag } from '../ui/tag.tsx';
import { useLive } from '../ui/use-live.ts';
import { rowId } from '../pages/led-to.ts';
import { place as placeOfSession, whenStarts } from '../pages/session-line.ts';
import type { PlaceFound } from './place-of-order.ts';

interface FoundPlaceProps {
  readonly found: PlaceFound;
  readonly amphitheatre: ListedAmphitheatre;
  readonly provisional: boolean;
}

export function FoundPlace({ found, amphitheatre, provisional }: FoundPlaceProps): VNode {
  if (found.kind === 'nobody')
    return (
      <Empty icon="search" title="Cet ordre d’appel n’est pas dans la liste">
        <p>
          La liste de cet amphithéâtre va jusqu’au n°&nbsp;{found.last}. Vérifiez l’amphithéâtre et le numéro
          sur la <a href={`/amphitheatres/${amphitheatre.id}`}>liste d’appel</a>.
        </p>
      </Empty>
    );
  const { person } = found;
  const who = `${person.firstName} ${person.name}, n°\u00a0${callOrderText(person.callOrder)}`;
  return (
    <Card title={who} aside={found.kind === 'session' ? <SessionTag state={found.session.state} /> : null}>
      {found.kind === 'uncut' ? (
        <Facts
          rows={[
            ['Amphithéâtre', amphitheatre.title],
            ['Session', 'Pas encore fixée'],
            [
              'Heure provisoire',
              found.firstAt === null
                ? 'à fixer'
                : `amphithéâtre à partir du ${day(found.firstAt)} à ${hour(found.firstAt)}, heure de Paris`,
            ],
          ]}
        />
      ) : (
        <SessionFacts found={found} amphitheatre={amphitheatre} />
      )}
      {provisional ? (
        <p class="quiet">
          Liste provisoire&nbsp;: numéro, session et heure peuvent changer jusqu’au début de l’amphithéâtre.
        </p>
      ) : null}
      <div class="row no-print">
        <LinkButton
          kind="edge"
          icon="users"
          href={`/amphitheatres/${amphitheatre.id}#${rowId(person.callOrder)}`}
        >
          Liste d’appel et direct
        </LinkButton>
      </div>
    </Card>
  );
}

interface SessionFactsProps {
  readonly found: Extract<PlaceFound, { kind: 'session' }>;
  readonly amphitheatre: ListedAmphitheatre;
}

function SessionFacts({ found, amphitheatre }: SessionFactsProps): VNode {
  const { session, place, size, person } = found;
  const { offer, timetable, callList } = amphitheatre.published;
  const followed = offer && timetable && callList && session.state !== 'closed';
  const estimate = useEstimate(followed ? amphitheatre.id : null, person.person);
  return (
    <Facts
      rows={[
        ['Amphithéâtre', amphitheatre.title],
        ['Session', placeOfSession(session, amphitheatre)],
        ['Début', `${whenStarts(session)}, heure de Paris`],
        ...(!session.awaitsStart &&
        session.startsAround !== null &&
        session.startsAt !== null &&
        session.startsAround > session.startsAt
          ? [['Début attendu', `plutôt vers ${hour(session.startsAround)}`] as const]
          : []),
        [
          'Place',
          <Ordinals
            key="place"
            text={`${place}${place === 1 ? 're' : 'e'} sur ${number(size)} dans cette session`}
          />,
        ],
        ...(session.state === 'closed' ? [] : [['Tour estimé', turnWords(estimate)] as const]),
      ]}
    />
  );
}

/** By the same function as in the room, so that both say the same hour. */
function useEstimate(amphitheatre: AmphitheatreId | null, person: PersonId): Estimate | null | undefined {
  const live = useLive(amphitheatre, 'public');
  const state = live?.view.value?.state;
  return live === null || state === undefined ? undefined : estimatedTurn(state, person, live.now());
}

/** @param estimate undefined while it is on its way; null where there is none: the turn is now, or over. */
function turnWords(estimate: Estimate | null | undefined): string {
  if (estimate === undefined) return '…';
  if (estimate === null) return 'voir la liste d’appel en direct';
  if (estimate.kind === 'suspended') return 'suspendu pendant la pause';
  return `vers ${hour(estimate.at)}, entre ${hour(estimate.from)} et ${hour(estimate.to)}`;
}
