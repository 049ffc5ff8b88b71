/** «/mon-acces»: the moderator's own second factors: what one has, one more, one less, new recovery codes. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { ModeratorsOnly } from '../desk/moderators-only.tsx';
import { me } from '../http/account.ts';
import type { MySecondFactors } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { call, textOf } from '../http/call.ts';
import type { Answer } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { dayAndYear } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { EnrolStep } from './enrol-step.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import './second-factor.css';

const MINE = '/me/second-factor';

type Open = { readonly kind: 'add' } | { readonly kind: 'codes'; readonly codes: readonly string[] } | null;

export function MyAccessPage(): VNode {
  const signedIn = (me.value?.moderator ?? null) !== null;
  const asked = useAsked<MySecondFactors>(signedIn ? MINE : null);
  const [open, setOpen] = useState<Open>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const close = (): void => {
    setOpen(null);
    asked.again();
  };
  /** @returns null where it was refused, and said so. */
  const act = async <Value,>(asking: Promise<Answer<Value>>): Promise<{ readonly value: Value } | null> => {
    setRefused(null);
    const answer = await asking;
    if (answer.kind === 'ok') return answer;
    setRefused(textOf(answer));
    return null;
  };
  const remove = async (path: string): Promise<void> => {
    if (await act(call(`${MINE}${path}`, { method: 'DELETE' }))) asked.again();
  };
  const add = async (): Promise<void> => {
    if (await act(call(`${MINE}/step`, { method: 'POST' }))) setOpen({ kind: 'add' });
  };
  const renew = async (): Promise<void> => {
    const renewed = await act(
      call<{ recoveryCodes: string[] }>(`${MINE}/recovery-codes`, { method: 'POST' }),
    );
    if (renewed) setOpen({ kind: 'codes', codes: renewed.value.recoveryCodes });
  };
  return (
    <Page narrow title="Mes moyens de connexion" subtitle="Gestion">
      <h1>Mes moyens de connexion</h1>
      <ModeratorsOnly back="/mon-acces">
        {asked.value === null && asked.trouble === null ? <Loading lines={4} /> : null}
        <Trouble asked={asked} titles={['Liste indisponible', 'Liste qui n’est plus à jour']} />
        {refused === null ? null : (
          <Alert kind="refused" title="Changement non fait">
            <p>{refused}</p>
          </Alert>
        )}
        {asked.value === null ? null : (
          <Listed
            mine={asked.value}
            onRemove={path => void remove(path)}
            onAdd={() => void add()}
            onRenew={() => void renew()}
          />
        )}
      </ModeratorsOnly>
      {open?.kind === 'add' ? (
        <Dialog title="Ajouter un second facteur" onClose={close}>
          <div class="stack">
            <EnrolStep
              onDone={close}
              onEnded={text => {
                setRefused(text);
                close();
              }}
            />
            <Button kind="edge" onClick={close}>
              Annuler
            </Button>
          </div>
        </Dialog>
      ) : null}
      {open?.kind === 'codes' ? (
        <Dialog title="Nouveaux codes de secours" closable={false} onClose={close}>
          <RecoveryCodes codes={open.codes} word="J’ai gardé mes codes" onKept={close} />
        </Dialog>
      ) : null}
    </Page>
  );
}

interface ListedProps {
  readonly mine: MySecondFactors;
  readonly onRemove: (path: string) => void;
  readonly onAdd: () => void;
  readonly onRenew: () => void;
}

function Listed({ mine, onRemove, onAdd, onRenew }: ListedProps): VNode {
  const { passkeys, applicationSince, recoveryCodes } = mine;
  const several = passkeys.length + (applicationSince === null ? 0 : 1) > 1;
  return (
    <>
      <Card title="Seconds facteurs">
        {passkeys.length === 0 && applicationSince === null ? (
          <p>Ce compte de démonstration n’en a pas.</p>
        ) : null}
        {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
          <div class="factor" key={id}>
            <span>
              <b>{name}</b>
              <br />
              <span class="quiet small">
                Clé d’accès, ajoutée le {dayAndYear(createdAt)}
                {lastUsedAt === null ? '' : `, utilisée le ${dayAndYear(lastUsedAt)}`}
              </span>
            </span>
            {several ? (
              <Button kind="edge" aria-label={`Retirer ${name}`} onClick={() => onRemove(`/passkeys/${id}`)}>
                Retirer
              </Button>
            ) : null}
          </div>
        ))}
        {applicationSince === null ? null : (
          <div class="factor">
            <span>
              <b>Application</b>
              <br />
              <span class="quiet small">Codes à six chiffres, depuis le {dayAndYear(applicationSince)}</span>
            </span>
            {several ? (
              <Button kind="edge" aria-label="Retirer l’application" onClick={() => onRemove('/application')}>
                Retirer
              </Button>
            ) : null}
          </div>
        )}
        {several ? null : (
          <p class="quiet small">Le dernier ne se retire pas&nbsp;: ajoutez-en un autre d’abord.</p>
        )}
        <Button icon="key" onClick={onAdd}>
          Ajouter un second facteur
        </Button>
      </Card>
      <Card title="Codes de secours">
        <p>
          {recoveryCodes === 0 ? 'Il ne vous en reste aucun.' : `Il vous en reste ${recoveryCodes}.`} De
          nouveaux codes remplacent les anciens.
        </p>
        <Button kind="edge" icon="refresh" onClick={onRenew}>
          Faire de nouveaux codes
        </Button>
      </Card>
    </>
  );
}
