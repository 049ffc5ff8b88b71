/** One amphitheatre on the moderators' list: its sessions, the door to its room, and the acts it takes now. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { SessionStateName } from '../../machines/session/state.ts';
import type { ListedAmphitheatre, Rehearsal } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { presentSession, whenStarts } from '../pages/session-line.ts';
import { Alert } from '../ui/alert.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import type { ButtonKind } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { number, plural } from '../ui/format.ts';
import type { IconName } from '../ui/icon/icon.tsx';
import { announce } from '../ui/live-regions.tsx';
import { SessionTag } from '../ui/tag.tsx';
import { offeredActs } from './acts.ts';
import type { Act } from './acts.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { CutDialog } from './cut-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { Rehearsals } from './rehearsals.tsx';

const WORDS: Readonly<Record<Act, readonly [string, IconName, ButtonKind, string]>> = {
  publish: ['Publier…', 'eye', 'plain', 'L’offre, les horaires et la liste d’appel sont publics.'],
  cut: ['Découper…', 'scissors', 'edge', 'La liste d’appel est découpée en sessions.'],
  validate: ['Valider', 'check', 'plain', 'L’amphithéâtre est validé.'],
  open: ['Ouvrir…', 'lockOpen', 'plain', 'L’amphithéâtre est ouvert.'],
  withdraw: ['Retirer…', 'back', 'edge', 'L’amphithéâtre revient d’une étape.'],
};

/** Where something is to be done in the room now: the door is green. */
const ENTERED: readonly SessionStateName[] = ['open', 'running', 'paused'];

const isOver = (sessions: ListedAmphitheatre['sessions']): boolean =>
  sessions.every(({ state }) => state === 'closed');

/** `on`: what the sessions were when it was pressed; meanwhile another moderator may move them. */
interface Asking {
  readonly act: Exclude<Act, 'validate'>;
  readonly on: SessionStateName | undefined;
}

interface DeskAmphitheatreProps {
  readonly amphitheatre: ListedAmphitheatre;
  /** Null until they are known. */
  readonly rehearsals: readonly Rehearsal[] | null;
  readonly onDone: () => void;
}

export function DeskAmphitheatre({ amphitheatre, rehearsals, onDone }: DeskAmphitheatreProps): VNode {
  const { id, title, sessions, people, posts, published } = amphitheatre;
  const [asking, setAsking] = useState<Asking | null>(null);
  const [sending, setSending] = useState<Act | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const session = presentSession(sessions);

  const perform = async (act: Act, body?: unknown): Promise<void> => {
    setAsking(null);
    setSending(act);
    setRefused(null);
    const answer = await call<{ readonly answer: string }>(`/desk/amphitheatres/${id}/${act}`, {
      method: 'POST',
      ...(body === undefined ? {} : { body }),
    });
    setSending(null);
    if (answer.kind === 'ok') announce('status', WORDS[act][3]);
    else {
      setRefused(`${WORDS[act][0].replace('…', '')}\u00a0: ${textOf(answer)}`);
      announce('alert', `Action non appliquée. ${textOf(answer)}`);
    }
    onDone();
  };

  return (
    <Card
      title={title}
      aside={
        <span class="quiet small">
          {plural(people, 'interne', 'internes')} · {plural(posts, 'poste', 'postes')}
          {published.callList ? '' : ' · non publié'}
        </span>
      }
    >
      {sessions.length === 0 ? (
        <p class="quiet">Pas encore découpé en sessions.</p>
      ) : (
        <ul class="desk-sessions">
          {sessions.map(one => (
            <li key={one.id} class="row digits">
              <b>Session {one.number}</b>
              <SessionTag state={one.state} />
              <span class="small">
                {whenStarts(one)} · {`${number(one.chosen)}\u00a0/\u00a0${number(one.size)} choix faits`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {refused === null ? null : (
        <Alert
          kind="refused"
          title="Action non appliquée"
          acts={
            <Button kind="edge" onClick={() => setRefused(null)}>
              J’ai vu
            </Button>
          }
        >
          <p>{refused}</p>
        </Alert>
      )}
      <div class="row">
        {session === undefined ? null : (
          <LinkButton
            href={`/salle/${id}`}
            icon="door"
            kind={ENTERED.includes(session.state) ? 'go' : 'edge'}
          >
            Entrer
          </LinkButton>
        )}
        <LinkButton href={`/salle/${id}/preparation`} icon="list" kind="edge">
          Préparation
        </LinkButton>
        {session === undefined || !isOver(sessions) ? null : (
          <LinkButton href={`/salle/${id}/a-affecter`} icon="armchair" kind="edge">
            À affecter
          </LinkButton>
        )}
        {offeredActs(amphitheatre).map(act => (
          <Button
            key={act}
            icon={WORDS[act][1]}
            kind={WORDS[act][2]}
            busy={sending === act}
            onClick={() =>
              act === 'validate' ? void perform(act) : setAsking({ act, on: sessions[0]?.state })
            }
          >
            {sending === act ? 'Envoi…' : WORDS[act][0]}
          </Button>
        ))}
      </div>
      <Rehearsals amphitheatre={amphitheatre} rehearsals={rehearsals} onDone={onDone} />
      {asking?.act === 'cut' ? (
        <CutDialog
          amphitheatre={amphitheatre}
          onClose={() => setAsking(null)}
          onCut={body => void perform('cut', body)}
        />
      ) : null}
      {asking?.act === 'publish' ? (
        <ConfirmDialog
          title={`Publier\u00a0: ${title}`}
          act="Publier"
          icon="eye"
          kind="plain"
          onClose={() => setAsking(null)}
          onConfirm={() => void perform('publish')}
        >
          <p>
            L’offre, les horaires et la liste d’appel provisoire deviennent publics. Une publication ne se
            retire pas.
          </p>
        </ConfirmDialog>
      ) : null}
      {asking?.act === 'open' ? (
        <ConfirmDialog
          title={`Ouvrir\u00a0: ${title}`}
          act="Ouvrir"
          icon="lockOpen"
          kind="plain"
          onClose={() => setAsking(null)}
          onConfirm={() => void perform('open')}
        >
          <p>
            Toutes les sessions s’ouvrent. Chaque interne de l’amphithéâtre reçoit un e-mail ({number(people)}{' '}
            en tout), et un e-mail parti ne se reprend pas.
          </p>
        </ConfirmDialog>
      ) : null}
      {asking?.act === 'withdraw' ? (
        <ReasonDialog
          title={`Retirer\u00a0: ${title}`}
          told="Toutes les sessions reviennent d’une étape. Le motif reste dans le registre de l’amphithéâtre."
          act="Retirer"
          onClose={() => setAsking(null)}
          onReason={reason => void perform('withdraw', { reason, on: asking.on })}
        />
      ) : null}
    </Card>
  );
}
