/** «Journée»: every session of one day with what needs a moderator first; asked again each 5 s while it is seen. */
import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { clockTime } from '../../machines/french-time.ts';
import { ModeratorsOnly } from '../desk/moderators-only.tsx';
import { me, settings } from '../http/account.ts';
import type { Day, DaySession, ListedAmphitheatre } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { LinkButton } from '../ui/button.tsx';
import { day as dayText, semesterName } from '../ui/format.ts';
import { announce } from '../ui/live-regions.tsx';
import { Empty, Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useNow } from '../ui/use-now.ts';
import {
  boardTime,
  dateOf,
  dayAfter,
  figuresOf,
  isDate,
  nearestDay,
  newAlerts,
  noonOf,
  ordered,
} from './day.ts';
import type { DayOrder } from './day.ts';
import { DayTable } from './day-table.tsx';
import { PauseAll } from './pause-all.tsx';
import './day-board.css';

const LOOK_AGAIN_MS = 5_000;

export function DayBoard(): VNode {
  const { query } = useRoute();
  const date = isDate(query['date']) ? query['date'] : dateOf(Date.now());
  const semester = settings.value?.semester ?? null;
  const signedIn = (me.value?.moderator ?? null) !== null;
  const asked = useAsked<Day>(signedIn ? `/desk/day?date=${date}` : null, LOOK_AGAIN_MS);
  const { value, trouble, again } = asked;
  const [order, setOrder] = useState<DayOrder>('alerts');
  useAlertsTold(value);
  return (
    <Page title="Journée" subtitle="Gestion · Journée">
      <div class="split day-head">
        <div>
          <h1>Sessions du {dayText(noonOf(date))}</h1>
          <p class="quiet">
            {semester === null ? '' : `${semesterName(semester)} · `}
            {value === null || trouble !== null ? 'heures de Paris' : <LiveClock day={value} />}
          </p>
        </div>
        <div class="row">
          <Segmented<DayOrder>
            label="Ordre des sessions"
            choices={[
              ['alerts', 'Alertes d’abord'],
              ['hour', 'Par heure'],
            ]}
            value={order}
            onChange={setOrder}
          />
          <nav class="row" aria-label="Jour">
            <LinkButton kind="edge" icon="chevronLeft" href={`/journee?date=${dayAfter(date, -1)}`}>
              Veille
            </LinkButton>
            <LinkButton kind="edge" icon="chevronRight" href={`/journee?date=${dayAfter(date, 1)}`}>
              Lendemain
            </LinkButton>
          </nav>
        </div>
      </div>
      <ModeratorsOnly back={`/journee?date=${date}`}>
        <Trouble
          asked={asked}
          titles={['Journée indisponible', 'Vue arrêtée\u00a0: le serveur ne répond pas']}
        />
        {value === null ? (
          trouble === null ? (
            <Loading lines={8} />
          ) : null
        ) : (
          <Shown day={value} order={order} onDone={again} />
        )}
      </ModeratorsOnly>
    </Page>
  );
}

interface ShownProps {
  readonly day: Day;
  readonly order: DayOrder;
  readonly onDone: () => void;
}

function Shown({ day, order, onDone }: ShownProps): VNode {
  const clock = useServerClock(day);
  if (day.sessions.length === 0) return <EmptyDay day={day} />;
  return (
    <>
      <dl class="day-figures digits">
        {figuresOf(day).map(({ word, value }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <PauseAll sessions={day.sessions} onDone={onDone} />
      <DayTable sessions={ordered(day.sessions, order)} clock={clock} />
    </>
  );
}

/** What to do: where sessions are, or how there come to be some. */
function EmptyDay({ day }: { readonly day: Day }): VNode {
  const { value } = useAsked<readonly ListedAmphitheatre[]>('/amphitheatres?all=1');
  const nearest = value === null ? null : nearestDay(value, day.date);
  return (
    <Empty icon="calendarTime" title="Aucune session ce jour-là">
      <p>Une session paraît ici quand son amphithéâtre est découpé et que son heure est fixée.</p>
      <div class="row day-empty-acts">
        {nearest === null ? null : (
          <LinkButton icon="calendarTime" href={`/journee?date=${nearest}`}>
            Voir le {dayText(noonOf(nearest))}
          </LinkButton>
        )}
        <LinkButton kind="edge" icon="scissors" href="/salle">
          Découper un amphithéâtre
        </LinkButton>
        {day.date === dateOf(day.now) ? null : (
          <LinkButton kind="edge" href="/journee">
            Aujourd’hui
          </LinkButton>
        )}
      </div>
    </Empty>
  );
}

function useServerClock({ now }: Pick<Day, 'now'>): () => number {
  const heardAt = useMemo(() => Date.now(), [now]);
  return useCallback(() => boardTime(now, Date.now() - heardAt), [now, heardAt]);
}

function LiveClock({ day }: { readonly day: Day }): VNode {
  const now = useNow(useServerClock(day));
  return (
    <>
      en direct, <b class="digits">{clockTime(now)}</b>
    </>
  );
}

/** Alerts that need somebody at once are said as they come; those that were there when the page opened are read. */
function useAlertsTold(day: Day | null): void {
  const before = useRef<{ readonly date: string; readonly sessions: readonly DaySession[] } | null>(null);
  useEffect(() => {
    if (day === null) return;
    const known = before.current?.date === day.date ? before.current.sessions : day.sessions;
    const told = newAlerts(known, day.sessions);
    if (told.length > 0) announce('alert', told.join(' '));
    before.current = day;
  }, [day]);
}
