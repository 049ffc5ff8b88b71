/** One mail, as text, or as its HTML in a frame that may do nothing: its page has a policy of its own. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { clockTime } from '../../machines/french-time.ts';
import type { WholeDevMail } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { dayAndYear } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { Segmented } from '../ui/segmented.tsx';

type Shown = 'text' | 'html';

export function OpenMail({ id }: { readonly id: string }): VNode {
  const { value, trouble } = useAsked<WholeDevMail>(`/dev/mails/${encodeURIComponent(id)}`);
  const [shown, setShown] = useState<Shown>('text');
  if (trouble !== null)
    return (
      <Alert kind="refused" title="Courrier introuvable">
        <p>{textOf(trouble)}</p>
      </Alert>
    );
  if (value === null)
    return (
      <Card title="Courrier">
        <Loading lines={6} />
      </Card>
    );
  return (
    <Card title={value.subject} aside={<a href="/courriers">Fermer</a>}>
      <Facts
        rows={[
          ['À', value.recipient],
          ['Envoyé', `${dayAndYear(value.at)}, ${clockTime(value.at)}`],
          ['Message-ID', value.messageId],
        ]}
      />
      <Segmented
        label="Forme du courrier"
        choices={[
          ['text', 'Texte'],
          ['html', 'Mise en page'],
        ]}
        value={shown}
        onChange={setShown}
      />
      {shown === 'text' ? (
        <pre class="mail-text">{value.text}</pre>
      ) : (
        <iframe
          class="mail-frame"
          title={`Mise en page : ${value.subject}`}
          sandbox=""
          src={`/api/dev/mails/${value.id}/html`}
        />
      )}
    </Card>
  );
}
