/** The development mailbox: every mail the worker delivered, newest first, one of them open. Not there in production. */
import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import type { DevMail } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Card } from '../ui/card.tsx';
import { stamp, plural } from '../ui/format.ts';
import { Empty, Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { OpenMail } from './open-mail.tsx';
import './mailbox.css';

const LOOK_AGAIN_MS = 2_000; // a mail leaves a second after the choice: one watches it arrive

export function Mailbox(): VNode {
  const { mail } = useRoute().params;
  const { value, trouble } = useAsked<readonly DevMail[]>('/dev/mails', LOOK_AGAIN_MS);
  return (
    <Page title="Courriers de développement">
      <div>
        <h1>Courriers de développement</h1>
        <p class="quiet">
          Ici arrive ce que le service aurait envoyé
          {value === null ? '' : ` · ${plural(value.length, 'courrier', 'courriers')}`}
        </p>
      </div>
      {trouble === null ? null : (
        <Alert kind="refused" title="Boîte indisponible">
          <p>{textOf(trouble)}</p>
        </Alert>
      )}
      <div class={mail === undefined ? 'mailbox' : 'mailbox mailbox-open'}>
        <Card flush title="Reçus">
          {value === null && trouble === null ? <Loading lines={5} /> : null}
          {value?.length === 0 ? (
            <Empty icon="mail" title="Aucun courrier">
              <p>Un courrier part à chaque choix enregistré.</p>
            </Empty>
          ) : null}
          <ul class="mails">
            {value?.map(one => (
              <li key={one.id}>
                <a
                  href={`/courriers/${one.id}`}
                  {...(String(one.id) === mail ? { 'aria-current': 'page' } : {})}
                >
                  <b>{one.subject}</b>
                  <span class="quiet small">
                    {one.recipient} · {stamp(one.at, Date.now())}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </Card>
        {mail === undefined ? null : <OpenMail key={mail} id={mail} />}
      </div>
    </Page>
  );
}
