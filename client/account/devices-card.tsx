/** «Appareils connectés»: where this account is signed in; one or all others are signed out, after the password. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { dayAndYear, hour } from '../../machines/french-time.ts';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import type { OwnLogin } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { browserName } from '../ui/browser-name.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Loading } from '../ui/loading.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { ChangeNote } from './change-note.tsx';
import { useChange } from './use-change.ts';
import './account.css';

/** Which is to be signed out; null in it: every other. */
type Meant = { readonly login: OwnLogin | null };

export function DevicesCard({ realm }: { readonly realm: SignInRealm }): VNode {
  const asked = useAsked<readonly OwnLogin[]>(`/me/logins?realm=${realm}`);
  const [meant, setMeant] = useState<Meant | null>(null);
  const logins = asked.value ?? [];
  return (
    <Card title="Appareils connectés">
      {asked.value === null && asked.trouble === null ? <Loading lines={3} /> : null}
      <Trouble asked={asked} titles={['Appareils indisponibles', 'Liste qui n’est plus à jour']} />
      <ul class="own-devices">
        {logins.map(login => (
          <li key={login.id} class="split">
            <span>
              <b>{browserName(login.device).name}</b>
              {login.own ? ' · cet appareil' : ''}
              <span class="quiet small">{` depuis le ${dayAndYear(login.since)}, vu le ${dayAndYear(login.lastUsedAt)} à ${hour(login.lastUsedAt)}`}</span>
            </span>
            {login.own ? null : (
              <Button kind="edge" onClick={() => setMeant({ login })}>
                Déconnecter<span class="hidden-text">{`\u00a0: ${browserName(login.device).name}`}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {logins.length < 2 ? null : (
        <Button kind="edge" onClick={() => setMeant({ login: null })}>
          Déconnecter tous les autres
        </Button>
      )}
      {meant === null ? null : (
        <EndDialog
          realm={realm}
          login={meant.login}
          onClose={() => setMeant(null)}
          onDone={() => {
            setMeant(null);
            asked.again();
          }}
        />
      )}
    </Card>
  );
}

interface EndDialogProps {
  readonly realm: SignInRealm;
  readonly login: OwnLogin | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function EndDialog({ realm, login, onClose, onDone }: EndDialogProps): VNode {
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const change = useChange();
  const end = async (): Promise<void> => {
    setTried(true);
    if (password === '' || change.busy) return;
    const body = { password, login: login?.id ?? null };
    const answer = await change.send('POST', `/me/logins/end?realm=${realm}`, body, 'Appareil déconnecté.');
    if (answer.kind === 'ok') onDone();
  };
  return (
    <Dialog
      title={
        login === null
          ? 'Déconnecter tous les autres\u202f?'
          : `Déconnecter ${browserName(login.device).name}\u202f?`
      }
      closable={!change.busy}
      onClose={onClose}
    >
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void end();
        }}
      >
        <p>L’appareil quitte l’amphithéâtre aussitôt. Celui-ci reste connecté.</p>
        <Field
          label="Votre mot de passe, pour confirmer"
          type="password"
          autoComplete="current-password"
          value={password}
          fault={tried && password === '' ? 'Écrivez votre mot de passe.' : null}
          onInput={event => setPassword(event.currentTarget.value)}
        />
        <ChangeNote change={change} />
        <DialogActs>
          <Button type="submit" busy={change.busy}>
            Déconnecter
          </Button>
          <Button kind="edge" onClick={onClose}>
            Annuler
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
