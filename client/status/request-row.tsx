/** One request that waits for a moderator: who, what for, how near their session is. */
import type { VNode } from 'preact';
import { callOrderText } from '../../machines/call-order-text.ts';
import { day, hour } from '../../machines/french-time.ts';
import type { StatusRequest } from '../http/answers.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { dayAndYear } from '../ui/format.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { fullName } from '../ui/navigation.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';
import { Tag } from '../ui/tag.tsx';
import type { Verdict } from './decide-dialog.tsx';

interface RequestRowProps {
  readonly request: StatusRequest;
  readonly onDecide: (verdict: Verdict) => void;
}

export function RequestRow({ request, onDecide }: RequestRowProps): VNode {
  const { callOrder, specialty, title, now, status, askedAt, near, chosen, amphitheatre } = request;
  const name = fullName(request);
  const about = <span class="hidden-text"> ({name})</span>;
  return (
    <li>
      <div class="request-who">
        <b>
          {name} · n° {callOrderText(callOrder)}
        </b>
        <span class="quiet small">
          {specialty} · {title}
        </span>
        <span class="row">
          {near ? (
            <Tag kind="paused" icon="clock">
              {sessionWords(request)}
            </Tag>
          ) : (
            <span class="small">{sessionWords(request)}</span>
          )}
        </span>
      </div>
      <p class="request-what">
        <Icon name="swap" />
        <span>
          {`De ${STATUS_WORDS[now].toLocaleLowerCase('fr')} à `}
          <b>{STATUS_WORDS[status].toLocaleLowerCase('fr')}</b>
          <span class="quiet small">, demandé le {dayAndYear(askedAt)}</span>
          {chosen ? (
            <span class="small"> Son choix est enregistré&nbsp;: seule une correction le change encore.</span>
          ) : null}
        </span>
      </p>
      <div class="row">
        {chosen ? null : (
          <Button icon="check" onClick={() => onDecide('approval')}>
            Accepter…{about}
          </Button>
        )}
        <Button kind="edge" icon="circleX" onClick={() => onDecide('refusal')}>
          Refuser…{about}
        </Button>
        <LinkButton kind="bare" href={`/salle/${amphitheatre}`}>
          Salle
        </LinkButton>
      </div>
    </li>
  );
}

function sessionWords({ session }: StatusRequest): string {
  if (session === null) return 'Pas encore de session';
  const { number, state, startsAt } = session;
  if (state === 'running' || state === 'paused') return `Session ${number} en cours`;
  if (state === 'closed') return `Session ${number} close`;
  return startsAt === null
    ? `Session ${number}, heure à fixer`
    : `Session ${number}, ${day(startsAt)} à ${hour(startsAt)}`;
}
