/** «Mes données»: everything that is kept of this account, as a file, after the password (RGPD art. 15 and 20). */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { SignInRealm } from '../../machines/wire/frames.ts';
import { DownloadTrouble } from '../documents/download-link.tsx';
import { useDownload } from '../documents/use-download.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';

export function OwnDataCard({ realm }: { readonly realm: SignInRealm }): VNode {
  const [open, setOpen] = useState(false);
  return (
    <Card title="Mes données">
      <p>
        Tout ce qui est gardé de vous, dans un fichier (JSON). Ce qu’il contient est expliqué sur la page{' '}
        <a href="/donnees-personnelles#mes-donnees">Données personnelles</a>.
      </p>
      <div>
        <Button kind="edge" icon="download" onClick={() => setOpen(true)}>
          Télécharger mes données
        </Button>
      </div>
      {open ? <DownloadDialog realm={realm} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}

interface DownloadDialogProps {
  readonly realm: SignInRealm;
  readonly onClose: () => void;
}

function DownloadDialog({ realm, onClose }: DownloadDialogProps): VNode {
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, trouble, start } = useDownload();
  const download = async (): Promise<void> => {
    setTried(true);
    if (password !== '' && (await start(`/me/data?realm=${realm}`, { password }))) onClose();
  };
  return (
    <Dialog title="Télécharger mes données" closable={!busy} onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void download();
        }}
      >
        <p>Le fichier contient des données privées&nbsp;: ne le laissez pas sur un ordinateur partagé.</p>
        <Field
          label="Votre mot de passe, pour confirmer"
          type="password"
          autoComplete="current-password"
          value={password}
          fault={tried && password === '' ? 'Écrivez votre mot de passe.' : null}
          onInput={event => setPassword(event.currentTarget.value)}
        />
        <DownloadTrouble text={trouble} />
        <DialogActs>
          <Button type="submit" busy={busy}>
            Télécharger
          </Button>
          <Button kind="edge" onClick={onClose}>
            Annuler
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
