/** «Trouver ma session»: an amphitheatre and a call order give session, hour and place, without an account. */
import type { VNode } from 'preact';
import type { ListedAmphitheatre, PublicCallList } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import type { Asked } from '../http/asked.ts';
import { Field } from '../ui/field.tsx';
import { Empty, Loading } from '../ui/loading.tsx';
import { Select } from '../ui/select.tsx';
import { Card } from '../ui/card.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { FoundPlace } from './found-place.tsx';
import { useInAddress } from './in-address.ts';
import { placeOf } from './place-of-order.ts';
import { PublicPage } from './public-page.tsx';
import './board.css';

const LOOK_AGAIN_MS = 10_000;
const LONGEST_ORDER = 12; // characters

export function FindSessionPage(): VNode {
  const asked = useAsked<readonly ListedAmphitheatre[]>('/amphitheatres', LOOK_AGAIN_MS);
  const [picked, setPicked] = useInAddress('amphitheatre');
  const [order, setOrder] = useInAddress('ordre');
  const listed = (asked.value ?? []).filter(({ published }) => published.callList);
  const amphitheatre = listed.find(({ id }) => String(id) === picked) ?? null;
  const list = useAsked<PublicCallList>(
    amphitheatre === null ? null : `/amphitheatres/${amphitheatre.id}/call-list`,
    LOOK_AGAIN_MS,
  );
  return (
    <PublicPage title="Trouver ma session" sub="Par votre amphithéâtre et votre ordre d’appel, sans compte.">
      <Trouble asked={asked} />
      {asked.value === null && asked.trouble === null ? <Loading lines={4} /> : null}
      {asked.value !== null && listed.length === 0 ? (
        <Empty icon="calendarTime" title="Aucune liste d’appel publiée">
          <p>Votre session se trouvera ici dès la publication de la liste d’appel de votre amphithéâtre.</p>
        </Empty>
      ) : null}
      {listed.length === 0 ? null : (
        <Card>
          <div class="find-session">
            <Select
              label="Amphithéâtre"
              choices={[
                ['', 'Choisir un amphithéâtre'],
                ...listed.map(({ id, title }) => [String(id), title] as const),
              ]}
              value={amphitheatre === null ? '' : picked}
              onChange={setPicked}
            />
            <Field
              label="Ordre d’appel"
              hint="Votre numéro sur la liste d’appel, par exemple 141."
              inputMode="numeric"
              autoComplete="off"
              maxLength={LONGEST_ORDER}
              value={order}
              onInput={event => setOrder(event.currentTarget.value)}
            />
          </div>
        </Card>
      )}
      <div class="stack" aria-live="polite">
        {amphitheatre === null ? null : <Answer amphitheatre={amphitheatre} list={list} order={order} />}
      </div>
    </PublicPage>
  );
}

interface AnswerProps {
  readonly amphitheatre: ListedAmphitheatre;
  readonly list: Asked<PublicCallList>;
  readonly order: string;
}

function Answer({ amphitheatre, list, order }: AnswerProps): VNode | null {
  if (list.value === null) return list.trouble === null ? <Loading lines={3} /> : <Trouble asked={list} />;
  const found = placeOf(list.value, amphitheatre, order);
  if (found === null)
    return <p class="quiet">Saisissez votre ordre d’appel&nbsp;: il figure sur la liste d’appel.</p>;
  return <FoundPlace found={found} amphitheatre={amphitheatre} provisional={list.value.provisional} />;
}
