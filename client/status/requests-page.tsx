/** `/salle/demandes`: requests for another kind of choice, near sessions first; and those answered. Moderators only. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ActNote } from '../desk/act-note.tsx';
import { ModeratorsOnly } from '../desk/moderators-only.tsx';
import { useDeskAct } from '../desk/use-desk-act.ts';
import type { AnsweredStatusRequest, StatusRequest, StatusRequests } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { dayAndYear, plural } from '../ui/format.ts';
import { Empty, Loading } from '../ui/loading.tsx';
import { fullName } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { STATUS_WORDS } from '../ui/status-words.ts';
import { Trouble } from '../ui/trouble.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import type { Verdict } from './decide-dialog.tsx';
import { RequestRow } from './request-row.tsx';
import { lookAtWaiting, waiting } from './waiting.ts';
import './requests.css';

const LOOK_AGAIN_MS = 10_000;

export const StatusRequestsPage = (): VNode => (
  <Page title="Demandes de statut" subtitle="Gestion">
    <div class="split">
      <h1>Demandes de statut</h1>
      <LinkButton kind="edge" icon="left" href="/salle">
        Amphithéâtres
      </LinkButton>
    </div>
    <ModeratorsOnly back="/salle/demandes">
      <Requests />
    </ModeratorsOnly>
  </Page>
);

interface Asking {
  readonly request: StatusRequest;
  readonly verdict: Verdict;
}

function Requests(): VNode {
  const asked = useAsked<StatusRequests>('/desk/status-requests', LOOK_AGAIN_MS);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { perform, sending, note, dismiss } = useDeskAct();
  const { value, trouble, again } = asked;
  const count = waiting.value?.waiting ?? null;
  const shown = value?.waiting.length ?? null;
  useEffect(() => {
    if (count !== null && shown !== null && count !== shown) again();
  }, [count]);
  const decide = async ({ request, verdict }: Asking, reason: string): Promise<void> => {
    const told = `${verdict === 'approval' ? 'Demande acceptée' : 'Demande refusée'}\u00a0: ${fullName(request)}.`;
    const body = verdict === 'approval' ? { reason, on: request.now } : { reason };
    await perform(`/desk/status-requests/${request.id}/${verdict}`, { method: 'POST', body }, told, again);
    setAsking(null);
    again();
    lookAtWaiting();
  };
  return (
    <>
      <ActNote note={note} onSeen={dismiss} />
      {value === null && trouble === null ? <Loading lines={6} /> : null}
      <Trouble asked={asked} />
      {value === null ? null : <Waiting waiting={value.waiting} onAsk={setAsking} />}
      {value === null || value.answered.length === 0 ? null : <Answered answered={value.answered} />}
      {asking === null ? null : (
        <DecideDialog
          {...asking}
          busy={sending}
          onClose={() => setAsking(null)}
          onReason={reason => void decide(asking, reason)}
        />
      )}
    </>
  );
}

interface WaitingProps {
  readonly waiting: readonly StatusRequest[];
  readonly onAsk: (asking: Asking) => void;
}

function Waiting({ waiting, onAsk }: WaitingProps): VNode {
  if (waiting.length === 0)
    return (
      <Empty icon="circleCheck" title="Aucune demande n’attend">
        <p>
          Les internes demandent un autre type de choix sur leur page&#8239;; leurs demandes paraissent ici.
        </p>
      </Empty>
    );
  return (
    <Card flush title={plural(waiting.length, 'demande attend', 'demandes attendent')}>
      <ul class="request-list">
        {waiting.map(request => (
          <RequestRow key={request.id} request={request} onDecide={verdict => onAsk({ request, verdict })} />
        ))}
      </ul>
    </Card>
  );
}

const Answered = ({ answered }: { readonly answered: readonly AnsweredStatusRequest[] }): VNode => (
  <Card title="Dernières réponses">
    <ul class="stack">
      {answered.map(request => (
        <li key={request.id}>
          <b>{fullName(request)}</b>
          {`\u00a0: ${STATUS_WORDS[request.status].toLocaleLowerCase('fr')}, ${request.decision === 'approved' ? 'acceptée' : 'refusée'} le ${dayAndYear(request.decidedAt)}${request.by === '' ? '' : ` par ${request.by}`}.`}
          {request.reason === null ? null : (
            <span class="quiet small">{` «\u00a0${request.reason}\u00a0»`}</span>
          )}
        </li>
      ))}
    </ul>
  </Card>
);
