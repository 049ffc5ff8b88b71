/**
 * «/etablissement-affectations#…»: what a mailed link opens, without an account. The token stays in the fragment, which
 * no server sees, and is sent in a body.
 */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LinkedEstablishment } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import type { Answer } from '../http/call.ts';
import { Contact } from '../pages/contact.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { dayAndYear, plural, semesterName } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { DownloadTrouble } from './download-link.tsx';
import { useDownload } from './use-download.ts';
import { useFragment } from './use-fragment.ts';

export function EstablishmentList(): VNode {
  const token = useFragment();
  return (
    <Page title="Internes attendus">
      <h1>Internes attendus dans votre établissement</h1>
      {token === '' ? (
        <Alert kind="refused" title="Lien incomplet">
          <p>Ouvrez cette page par le lien du message de l’ARS, en entier.</p>
        </Alert>
      ) : (
        <Opened key={token} token={token} />
      )}
      <Card title="Une question ?">
        <Contact />
      </Card>
    </Page>
  );
}

function Opened({ token }: { readonly token: string }): VNode {
  const [answer, setAnswer] = useState<Answer<LinkedEstablishment> | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const ask = async (): Promise<void> => {
      const body = { token };
      const opened = await call<LinkedEstablishment>('/establishment-list', {
        method: 'POST',
        body,
        signal: leaving.signal,
      });
      if (!leaving.signal.aborted) setAnswer(opened);
    };
    void ask();
    return () => leaving.abort();
  }, [token, turn]);
  if (answer === null) return <Loading lines={5} />;
  if (answer.kind === 'ok') return <Linked token={token} linked={answer.value} />;
  return (
    <Alert
      kind="refused"
      title={answer.kind === 'refused' ? 'Cette liste ne peut pas être ouverte' : 'Liste indisponible'}
      acts={
        answer.kind === 'refused' ? undefined : (
          <Button onClick={() => setTurn(last => last + 1)}>Réessayer</Button>
        )
      }
    >
      <p>{textOf(answer)}</p>
    </Alert>
  );
}

interface LinkedProps {
  readonly token: string;
  readonly linked: LinkedEstablishment;
}

function Linked({ token, linked }: LinkedProps): VNode {
  const { busy, trouble, start } = useDownload();
  const get = (format: string) => () => void start(`/establishment-list/${format}`, { token });
  return (
    <Card title={linked.establishment}>
      <Facts
        rows={[
          ['Ville', linked.city],
          ['Choix de postes', semesterName(linked.semester)],
          ['Postes choisis à ce jour', plural(linked.coming, 'poste', 'postes')],
          ['Lien remis à', linked.name],
          ['Valable jusqu’au', dayAndYear(linked.expiresAt - 1)],
        ]}
      />
      <p>
        La liste dit qui vient sur quel poste. Elle est nominative : ne la publiez pas. Chaque téléchargement
        est enregistré.
      </p>
      <div class="row">
        <Button icon="download" busy={busy} onClick={get('pdf')}>
          {busy ? 'Préparation…' : 'Télécharger la liste, PDF'}
        </Button>
        {busy ? null : (
          <Button kind="edge" icon="download" onClick={get('csv')}>
            Télécharger la liste, CSV
          </Button>
        )}
      </div>
      <DownloadTrouble text={trouble} />
    </Card>
  );
}
