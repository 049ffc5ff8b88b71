/** The sessions of a day: a table on a desktop, a sheet each on a phone; the edge says who is needed, with icon and word. */
import type { VNode } from 'preact';
import type { Ms } from '../../machines/ids.ts';
import type { DaySession } from '../http/answers.ts';
import { LinkButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { SessionTag } from '../ui/tag.tsx';
import { useNow } from '../ui/use-now.ts';
import {
  alertWords,
  doorOf,
  endShown,
  paceText,
  placeText,
  presenceLines,
  progressOf,
  severityOf,
  standingLines,
} from './day.ts';
import './day-table.css';

interface DayTableProps {
  readonly sessions: readonly DaySession[];
  readonly clock: () => Ms;
}

export const DayTable = ({ sessions, clock }: DayTableProps): VNode => (
  <div class="day-frame">
    <table class="day digits">
      <caption class="hidden-text">Sessions du jour</caption>
      <thead>
        <tr>
          <th scope="col">Amphithéâtre</th>
          <th scope="col">État, choisit</th>
          <th scope="col">Choix faits, rythme</th>
          <th scope="col">Présence</th>
          <th scope="col">Fin prévue, estimée</th>
          <th scope="col">Alerte</th>
          <th scope="col">
            <span class="hidden-text">Aller</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map(session => (
          <Row key={session.session} session={session} clock={clock} />
        ))}
      </tbody>
    </table>
  </div>
);

interface RowProps {
  readonly session: DaySession;
  readonly clock: () => Ms;
}

function Row({ session, clock }: RowProps): VNode {
  const { title, state, counts, alerts } = session;
  const severity = severityOf(session);
  const [online, absences] = presenceLines(session);
  const { planned, estimated, moved } = endShown(session);
  return (
    <tr class={severity === null ? '' : `day-${severity}`}>
      <th scope="row" class="day-title">
        <b>{title}</b>
        <span class="quiet small">{placeText(session)}</span>
      </th>
      <td class="day-state">
        <SessionTag state={state} />
        <Standing session={session} clock={clock} />
      </td>
      <td class="day-progress">
        <span class="day-count">
          <b>
            {counts.chosen} / {counts.people}
          </b>
          <span class="day-bar" aria-hidden="true">
            <svg viewBox="0 0 100 8" preserveAspectRatio="none">
              <rect width={progressOf(session) * 100} height="8" />
            </svg>
          </span>
        </span>
        <span class="quiet small">{paceText(session)}</span>
      </td>
      <td class={counts.connected === null ? 'day-presence day-unfollowed' : 'day-presence'}>
        {online}
        <span class="quiet small">{absences}</span>
      </td>
      <td class="day-end">
        {planned}
        <span class="quiet small">
          {moved ? <Icon name="right" /> : null}
          {moved ? <span class="hidden-text">estimée </span> : null}
          {estimated}
        </span>
      </td>
      <td class={alerts.length === 0 ? 'day-alerts day-calm' : 'day-alerts'}>
        {alerts.length === 0 ? (
          <span class="quiet">Aucune</span>
        ) : (
          <ul>
            {alerts.map(alert => {
              const [icon, words] = alertWords(alert, session);
              return (
                <li key={alert.kind}>
                  <Icon name={icon} /> <b>{words}</b>
                </li>
              );
            })}
          </ul>
        )}
      </td>
      <td class="day-door">
        <Door session={session} />
      </td>
    </tr>
  );
}

/** Alone drawn each second. */
function Standing({ session, clock }: RowProps): VNode {
  const now = useNow(clock);
  return (
    <>
      {standingLines(session, now).map((line, index) => (
        <span key={line} class={index === 0 ? '' : 'quiet small'}>
          {line}
        </span>
      ))}
    </>
  );
}

function Door({ session }: Pick<RowProps, 'session'>): VNode {
  const { amphitheatre, number, title } = session;
  const settle = doorOf(session) === 'settle';
  return (
    <LinkButton
      kind="edge"
      href={settle ? `/salle/${amphitheatre}/a-affecter` : `/salle/${amphitheatre}?session=${number}`}
    >
      {settle ? 'Affecter' : 'Entrer'}
      <span class="hidden-text">{`\u00a0: ${title}, session ${number}`}</span>
    </LinkButton>
  );
}
