/** On the moderators' list, under an amphitheatre's sessions: its rehearsals, preparing one, taking back one that has not begun. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { refusalText } from '../../machines/refusal-text.ts';
import { mayRehearse, mayTakeBackRehearsal } from '../../machines/rehearsal.ts';
import type { SessionStateName } from '../../machines/session/state.ts';
import type { ListedAmphitheatre, Rehearsal } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import type { IconName } from '../ui/icon/icon.tsx';
import { announce } from '../ui/live-regions.tsx';
import { Tag } from '../ui/tag.tsx';
import type { TagKind } from '../ui/tag.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { RehearseDialog } from './rehearse-dialog.tsx';
import './rehearsals.css';

interface RehearsalsProps {
  readonly amphitheatre: ListedAmphitheatre;
  /** Of this amphitheatre, the last one first; null until they are known. */
  readonly rehearsals: readonly Rehearsal[] | null;
  readonly onDone: () => void;
}

type Asking = { readonly kind: 'prepare' } | { readonly kind: 'takeBack'; readonly rehearsal: Rehearsal };

export function Rehearsals({ amphitheatre, rehearsals, onDone }: RehearsalsProps): VNode | null {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const { id, sessions } = amphitheatre;
  if (rehearsals === null || sessions.length === 0) return null;
  const refusal = mayRehearse({ sessions, rehearsals });
  if (refusal?.code === 'ALREADY_STARTED' && rehearsals.length === 0) return null;

  const perform = async (
    path: string,
    done: string,
    request: { readonly method: 'POST' | 'DELETE'; readonly body?: unknown },
  ): Promise<void> => {
    setAsking(null);
    setSending(true);
    setRefused(null);
    const answer = await call(`/desk/amphitheatres/${id}/rehearsals${path}`, request);
    setSending(false);
    if (answer.kind === 'ok') announce('status', done);
    else {
      setRefused(textOf(answer));
      announce('alert', `Action non appliquée. ${textOf(answer)}`);
    }
    onDone();
  };

  return (
    <div class="rehearsals" role="group" aria-label="Amphis blancs">
      {rehearsals.length === 0 ? null : (
        <ul>
          {rehearsals.map(rehearsal => (
            <li key={rehearsal.id} class="row digits">
              <b>Amphi blanc {rehearsal.number}</b>
              <StateTag state={rehearsal.state} />
              {rehearsal.session === null ? null : (
                <span class="small">avec les internes de la session {rehearsal.session}</span>
              )}
              <LinkButton href={`/salle/${id}?blanc=${rehearsal.id}`} kind="edge" icon="flask">
                Salle de l’amphi blanc {rehearsal.number}
              </LinkButton>
              {mayTakeBackRehearsal(rehearsal) === null ? (
                <Button kind="edge" icon="back" onClick={() => setAsking({ kind: 'takeBack', rehearsal })}>
                  Retirer l’amphi blanc…
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {refused === null ? null : (
        <Alert kind="refused" title="Action non appliquée">
          <p>{refused}</p>
        </Alert>
      )}
      {refusal === null ? (
        <Button kind="edge" icon="flask" busy={sending} onClick={() => setAsking({ kind: 'prepare' })}>
          {sending ? 'Envoi…' : 'Préparer un amphi blanc…'}
        </Button>
      ) : (
        <p class="quiet small">{refusalText(refusal)}</p>
      )}
      {asking?.kind === 'prepare' ? (
        <RehearseDialog
          amphitheatre={amphitheatre}
          onClose={() => setAsking(null)}
          onPrepare={session =>
            void perform('', 'L’amphi blanc est ouvert.', { method: 'POST', body: { session } })
          }
        />
      ) : null}
      {asking?.kind === 'takeBack' ? (
        <ConfirmDialog
          title={`Retirer l’amphi blanc ${asking.rehearsal.number}\u202f?`}
          act="Retirer l’amphi blanc"
          icon="back"
          kind="plain"
          onClose={() => setAsking(null)}
          onConfirm={() =>
            void perform(`/${asking.rehearsal.id}`, 'L’amphi blanc est retiré.', { method: 'DELETE' })
          }
        >
          <p>Il n’a pas commencé. Les internes qui l’attendent apprennent qu’il n’a pas lieu.</p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

const TAGS: Readonly<Record<SessionStateName, readonly [TagKind, IconName, string]>> = {
  draft: ['plain', 'circleX', 'Non validé'],
  validated: ['plain', 'circleCheck', 'Validé'],
  open: ['free', 'lockOpen', 'Ouvert'],
  running: ['running', 'play', 'En cours'],
  paused: ['paused', 'pause', 'En pause'],
  closed: ['plain', 'lock', 'Terminé'],
};

function StateTag({ state }: Pick<Rehearsal, 'state'>): VNode {
  const [kind, icon, word] = TAGS[state];
  return (
    <Tag kind={kind} icon={icon}>
      {word}
    </Tag>
  );
}
