/**
 * The observer's board of one establishment, for a desk or a wall: services live, latest choices, sessions under way.
 * It asks again by itself, keeps what it has while the network is away, and says how old that is.
 */
import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { clockTime } from '../../machines/french-time.ts';
import { departmentTitle } from '../../machines/departments.ts';
import type { EstablishmentBoard } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import type { Asked } from '../http/asked.ts';
import { Alert } from '../ui/alert.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { number, plural } from '../ui/format.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Empty, Loading } from '../ui/loading.tsx';
import { Ordinals } from '../ui/ordinals.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { BoardChoices } from './board-choices.tsx';
import { BoardServices } from './board-services.tsx';
import { isLive } from '../pages/session-line.ts';
import { BoardSessions } from './board-sessions.tsx';
import { ownEstablishment, rememberEstablishment } from './own-establishment.ts';
import { PublicPage } from './public-page.tsx';
import { useWall } from './use-wall.ts';
import './board.css';

const LOOK_AGAIN_MS = 5_000; // unchanged it is a 304 of some hundred bytes

export function EstablishmentPage(): VNode {
  const finess = useRoute().params['finess'] ?? '';
  const asked = useAsked<EstablishmentBoard>(`/establishments/${encodeURIComponent(finess)}`, LOOK_AGAIN_MS);
  const board = asked.value;
  const [wall, setWall] = useWall();
  return (
    <PublicPage
      title={board?.name ?? 'Établissement'}
      sub={
        board === null ? '\u00a0' : <Ordinals text={`${board.city} · ${departmentTitle(board.department)}`} />
      }
      acts={
        <>
          {board === null || wall ? null : <Own key={finess} finess={finess} />}
          <Button kind="bare" icon="screen" onClick={() => setWall(!wall)}>
            {wall ? 'Quitter l’écran mural' : 'Écran mural'}
          </Button>
        </>
      }
    >
      {board === null ? <Nothing asked={asked} /> : <Board board={board} asked={asked} />}
    </PublicPage>
  );
}

/** Said by a press: a board that one has only glanced at takes the place of none. */
function Own({ finess }: { readonly finess: string }): VNode {
  const [own, setOwn] = useState(() => ownEstablishment() === finess);
  return own ? (
    <span class="row">
      <Icon name="check" /> Votre établissement
    </span>
  ) : (
    <Button
      kind="bare"
      icon="hospital"
      onClick={() => {
        rememberEstablishment(finess);
        setOwn(true);
      }}
    >
      C’est mon établissement
    </Button>
  );
}

function Nothing({ asked }: { readonly asked: Asked<unknown> }): VNode {
  const { trouble } = asked;
  if (trouble === null) return <Loading lines={8} />;
  if (trouble.kind !== 'refused') return <Trouble asked={asked} />;
  return (
    <Empty icon="hospital" title="Aucun poste publié dans cet établissement">
      <p>Son tableau paraîtra dès la publication de l’offre d’un amphithéâtre qui le concerne.</p>
      <LinkButton kind="edge" href="/etablissements">
        Tous les établissements
      </LinkButton>
    </Empty>
  );
}

interface BoardProps {
  readonly board: EstablishmentBoard;
  readonly asked: Asked<EstablishmentBoard>;
}

function Board({ board, asked }: BoardProps): VNode {
  const live = board.sessions.some(isLive);
  return (
    <>
      <Freshness asked={asked} />
      <p class="board-sum digits">
        <b>{number(board.filled)}</b>
        <span>
          {board.filled < 2 ? 'poste pourvu' : 'postes pourvus'} sur {number(board.offered)} offerts
          {waitingWords(board)}
        </span>
      </p>
      {live ? <BoardSessions sessions={board.sessions} /> : null}
      <div class="board-columns">
        <BoardServices services={board.services} />
        <BoardChoices choices={board.latest} establishment={board.name} />
      </div>
      {live ? null : <BoardSessions sessions={board.sessions} />}
      {board.waiting === 0 && board.sessions.length === 0 ? (
        <p>Toutes les sessions qui le concernent sont closes.</p>
      ) : null}
    </>
  );
}

/** «, 12 en attente d’un choix, 2 restés vacants». */
function waitingWords({ offered, filled, waiting }: EstablishmentBoard): string {
  const vacant = offered - filled - waiting;
  return [
    ...(waiting > 0 ? [`, ${number(waiting)} en attente d’un choix`] : []),
    ...(vacant > 0 ? [`, ${plural(vacant, 'resté vacant', 'restés vacants')}`] : []),
  ].join('');
}

/** Each answer, also an unchanged one, is a new value: its hour is when the board was last known to be right. */
function Freshness({
  asked: { value, trouble, again },
}: {
  readonly asked: Asked<EstablishmentBoard>;
}): VNode {
  const [at, setAt] = useState(Date.now);
  useEffect(() => setAt(Date.now()), [value]);
  if (trouble === null)
    return (
      <p class="board-fresh small">
        <span class="row no-print">
          <Icon name="plug" /> <b>En direct</b>
        </span>
        <span class="quiet digits">mis à jour à {clockTime(at)}, heure de Paris</span>
      </p>
    );
  return (
    <Alert
      kind="lost"
      icon="plugOff"
      title="Connexion perdue"
      acts={
        <Button kind="edge" icon="refresh" onClick={again}>
          Réessayer maintenant
        </Button>
      }
    >
      <p class="digits">
        Vue arrêtée à {clockTime(at)}, heure de Paris. Les choix continuent ; nouvel essai automatique.
      </p>
    </Alert>
  );
}
