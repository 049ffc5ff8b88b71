/** The sessions under way whose amphitheatre has posts in the establishment; where there is none, the next ones. */
import type { VNode } from 'preact';
import type { BoardSession } from '../http/answers.ts';
import { isLive, whenStarts } from '../pages/session-line.ts';
import { Card } from '../ui/card.tsx';
import { number } from '../ui/format.ts';
import { SessionProgress } from '../ui/session-progress.tsx';

export function BoardSessions({ sessions }: { readonly sessions: readonly BoardSession[] }): VNode | null {
  if (sessions.length === 0) return null;
  const live = sessions.some(isLive);
  return (
    <Card flush title={live ? 'Sessions en cours' : 'Prochaines sessions'}>
      <ul class="lines">
        {sessions.map(session => (
          <li key={session.session} class="line">
            <span class="line-text">
              <a href={`/amphitheatres/${session.amphitheatre}`}>{session.title}</a>
              <span class="quiet small">
                Session {session.number}
                {session.of < 2 ? '' : ` sur ${session.of}`} · {whenStarts(session)}
              </span>
            </span>
            <span class="board-progress">
              <SessionProgress session={session} />
              {session.size > session.chosen ? (
                <span class="quiet small digits">
                  {number(session.size - session.chosen)} sans choix encore
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
