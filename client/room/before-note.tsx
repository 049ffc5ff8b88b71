/** Before the start: not validated, validated with its date, open; the hour and, close to it, how long there is to wait. */
import type { VNode } from 'preact';
import type { ListedAmphitheatre } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { hour } from '../../machines/french-time.ts';
import { Alert } from '../ui/alert.tsx';
import { duration } from '../ui/format.ts';
import { OrderNote } from './later-parts.tsx';
import type { Moment } from './moment.ts';
import { useRoom } from './room-context.ts';
import { startWords } from './words.ts';

type BeforeMoment = Extract<Moment, { kind: 'before' | 'notCut' }>;

/** From here on the minutes to wait are counted. */
const COUNTED_MS = 2 * 3_600_000;

export function BeforeNote({ moment }: { readonly moment: BeforeMoment }): VNode {
  const { realm } = useRoom();
  return (
    <>
      <State moment={moment} />
      {realm === 'intern' ? <OrderNote /> : null}
      <p class="row">
        <a href={`/mon-amphitheatre?compte=${realm}`}>Mon ordre, mes horaires</a>
        <a href="/tester-mon-poste">Tester mon poste</a>
      </p>
    </>
  );
}

function State({ moment }: { readonly moment: BeforeMoment }): VNode {
  if (moment.kind === 'notCut') return <NotCut />;
  if (moment.carriedOver)
    return (
      <Alert kind="attention" icon="lock" title="La session est close">
        <p>
          Vous restez dans l’appel de la session suivante
          {moment.startsAt === null ? '' : `, à ${hour(moment.startsAt)}`}.
        </p>
      </Alert>
    );
  switch (moment.state) {
    case 'draft':
      return (
        <Alert kind="told" icon="calendarTime" title="Session non validée">
          <p>Heure provisoire : {startWords(moment.startsAt)}. Elle peut encore changer.</p>
        </Alert>
      );
    case 'validated':
      return (
        <Alert kind="told" icon="circleCheck" title="Session validée">
          <p>Elle commence {startWords(moment.startsAt)}. Elle ouvrira avant cette date.</p>
        </Alert>
      );
    case 'open':
      return (
        <Alert kind="done" icon="lockOpen" title="Session ouverte">
          <p>
            <Start startsAt={moment.startsAt} />
          </p>
          <p>Ouvrez cette page à cette heure : l’appel commence dès que la session démarre.</p>
        </Alert>
      );
    default:
      return moment.state satisfies never;
  }
}

function Start({ startsAt }: { readonly startsAt: number | null }): VNode {
  const { now } = useRoom();
  const starts = `Elle commence ${startWords(startsAt)}.`;
  const left = startsAt === null ? Infinity : startsAt - now.value;
  if (left > COUNTED_MS) return <>{starts}</>;
  if (left <= 0)
    return (
      <>
        Elle devait commencer {startWords(startsAt)}. <b>En attente</b> : le départ est donné par l’ARS.
      </>
    );
  return (
    <>
      {starts}{' '}
      <b class="digits">Début dans {left > 60_000 ? `${Math.ceil(left / 60_000)} min` : duration(left)}.</b>
    </>
  );
}

function NotCut(): VNode {
  const { identity } = useRoom();
  const { value } = useAsked<readonly ListedAmphitheatre[]>('/amphitheatres');
  const firstAt = value?.find(({ id }) => id === identity.amphitheatre)?.firstAt ?? null;
  return (
    <Alert kind="told" icon="calendarTime" title="Session non validée">
      <p>Heure provisoire de l’amphithéâtre : {startWords(firstAt)}. Votre session n’est pas encore fixée.</p>
    </Alert>
  );
}
