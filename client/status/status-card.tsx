/** «Mon type de choix»: what it is, what became of a request for another, and asking (M §5). For the intern alone. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { MyStatus, OwnStatusRequest } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { Contact } from '../pages/contact.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { dayAndYear } from '../ui/format.ts';
import { announce } from '../ui/live-regions.tsx';
import { Loading } from '../ui/loading.tsx';
import { STATUS_WORDS } from '../ui/status-words.ts';
import { Trouble } from '../ui/trouble.tsx';
import { AskStatusDialog } from './ask-status-dialog.tsx';
import { useMyStatus } from './use-my-status.ts';

export function StatusCard(): VNode | null {
  const asked = useMyStatus();
  const [asking, setAsking] = useState(false);
  const { value, trouble, again } = asked;
  if (value !== null && value.status === null) return null;
  return (
    <Card title="Mon type de choix">
      {value === null && trouble === null ? <Loading lines={2} /> : null}
      <Trouble asked={asked} titles={['Type de choix indisponible', 'Type de choix qui n’est plus à jour']} />
      {value === null || value.status === null ? null : (
        <>
          <p>
            <b>{STATUS_WORDS[value.status]}</b>, pour ce semestre.
          </p>
          <Request value={value} onDone={again} />
          {value.mayAsk && !isWaiting(value) ? (
            <Button kind="edge" onClick={() => setAsking(true)}>
              Faire une demande de modification de statut
            </Button>
          ) : null}
          {asking ? (
            <AskStatusDialog
              status={value.status}
              onClose={() => setAsking(false)}
              onDone={() => {
                setAsking(false);
                again();
              }}
            />
          ) : null}
        </>
      )}
    </Card>
  );
}

const isWaiting = ({ request }: MyStatus): boolean => request !== null && request.decision === null;

interface RequestProps {
  readonly value: MyStatus;
  readonly onDone: () => void;
}

function Request({ value: { status, request, mayAsk }, onDone }: RequestProps): VNode | null {
  if (request === null) return null;
  const wanted = STATUS_WORDS[request.status].toLocaleLowerCase('fr');
  switch (request.decision) {
    case null:
      return <Waiting request={request} wanted={wanted} mayAsk={mayAsk} onDone={onDone} />;
    case 'approved':
      // Changed again since: the agency's own act, which no request answers.
      return status === request.status ? (
        <Alert kind="done" title={`Demande acceptée${onDay(request)}\u00a0: ${wanted}`} />
      ) : null;
    case 'refused':
      return (
        <Alert kind="attention" title={`Demande refusée${onDay(request)}\u00a0: ${wanted}`}>
          {request.reason === null ? null : <p>{`Motif\u00a0: ${request.reason}`}</p>}
          <Contact />
        </Alert>
      );
    default:
      return request.decision satisfies never;
  }
}

const onDay = ({ decidedAt }: OwnStatusRequest): string =>
  decidedAt === null ? '' : ` le ${dayAndYear(decidedAt)}`;

interface WaitingProps extends Pick<RequestProps, 'onDone'> {
  readonly request: OwnStatusRequest;
  readonly wanted: string;
  readonly mayAsk: boolean;
}

function Waiting({ request, wanted, mayAsk, onDone }: WaitingProps): VNode {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const takeBack = async (): Promise<void> => {
    setBusy(true);
    const answer = await call('/me/status-request', { method: 'DELETE' });
    setBusy(false);
    if (answer.kind !== 'ok') return setTrouble(textOf(answer));
    announce('status', 'Demande retirée.');
    onDone();
  };
  return (
    <>
      <Alert
        kind="told"
        icon="clock"
        title={`Demande en attente\u00a0: ${wanted}`}
        acts={
          <Button kind="edge" busy={busy} onClick={() => void takeBack()}>
            Retirer la demande
          </Button>
        }
      >
        <p>
          Envoyée le {dayAndYear(request.askedAt)}. Envoyez vos justificatifs à l’ARS, hors de ce site&nbsp;:
          elle répondra par e-mail et ici.
          {mayAsk ? ' C’est déjà votre tour, ou presque\u202f? Appelez l’ARS avant de choisir.' : ''}
        </p>
        <Contact />
      </Alert>
      {trouble === null ? null : (
        <Alert kind="refused" title="Demande non retirée">
          <p>{trouble}</p>
        </Alert>
      )}
    </>
  );
}
