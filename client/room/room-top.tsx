/** What never scrolls away: strip 1 (connection, state, clock) and strip 2 (interns ahead, or the four-ahead banner). */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../ui/icon/icon.tsx';
import { sessionName } from '../ui/session-name.ts';
import { RehearsalStrip } from '../ui/rehearsal-strip.tsx';
import { linkShown } from '../ui/link-shown.ts';
import { Strip } from '../ui/strip.tsx';
import { SessionTag } from '../ui/tag.tsx';
import type { Moment } from './moment.ts';
import { useRoom } from './room-context.ts';
import { aheadWords, aroundWords, bannerText, bannerTitle } from './words.ts';
import './room-top.css';

interface RoomTopProps {
  /** The pink box: strip 2 stands in for it where it is scrolled out of sight. */
  readonly box: HTMLElement | null;
  /** What is noted, and so that a turn was missed: the same. */
  readonly notes: HTMLElement | null;
}

export function RoomTop({ box, notes }: RoomTopProps): VNode {
  const { live, now, rehearsal, standing } = useRoom();
  const moment = standing.value?.moment ?? null;
  return (
    <section class="room-top" aria-label="Où en est la session">
      <Strip link={linkShown(live.link.value, Date.now())} now={live.view.value === null ? null : now.value}>
        <Title />
      </Strip>
      {rehearsal === null ? null : <RehearsalStrip />}
      {moment?.kind === 'inLine' ? <SecondStrip moment={moment} box={box} /> : null}
      {moment?.kind === 'absent' ? <MissedStrip notes={notes} /> : null}
    </section>
  );
}

function Title(): VNode | null {
  const { live, standing } = useRoom();
  const session = standing.value?.session ?? null;
  const state = live.view.value?.state;
  if (session === null || state === undefined) return null;
  const sessions = [...state.sessions.values()];
  return (
    <>
      <SessionTag state={session.state} />
      <b class="room-top-wide">
        {sessionName(session)}
        {sessions.length < 2 ? '' : ` sur ${sessions.length}`}
      </b>
      <span class="room-top-wide quiet">{live.directory.value?.title}</span>
    </>
  );
}

type InLine = Extract<Moment, { kind: 'inLine' }>;

function SecondStrip({
  moment: { ahead, soon },
  box,
}: {
  readonly moment: InLine;
  readonly box: HTMLElement | null;
}): VNode | null {
  const { standing, live, estimate } = useRoom();
  const away = useOutOfSight(box);
  const turnMs = standing.value?.session?.turnMs ?? 0;
  if (soon)
    return (
      <div class="room-banner on-dark">
        <div class="room-top-inner">
          <Icon name="bellRinging" size="large" />
          <p>
            <b>{bannerTitle(ahead)}</b>
            <span>{bannerText(ahead, turnMs / 1000, live.you.value?.chooser !== false)}</span>
          </p>
        </div>
      </div>
    );
  if (!away) return null;
  return (
    <div class="room-ahead">
      <div class="room-top-inner">
        <Icon name="users" />
        <p>
          <b class="digits">{ahead}</b> {aheadWords(ahead)}
        </p>
        {estimate.value === null ? null : <p class="room-ahead-hour digits">{aroundWords(estimate.value)}</p>}
      </div>
    </div>
  );
}

function MissedStrip({ notes }: { readonly notes: HTMLElement | null }): VNode | null {
  const away = useOutOfSight(notes);
  if (!away) return null;
  return (
    <div class="room-ahead room-missed">
      <div class="room-top-inner">
        <Icon name="alert" />
        <p>
          <a href="#situation">Votre tour est passé</a>
        </p>
      </div>
    </div>
  );
}

function useOutOfSight(box: HTMLElement | null): boolean {
  const [away, setAway] = useState(false);
  useEffect(() => {
    if (box === null) return undefined;
    const watch = new IntersectionObserver(([entry]) => setAway(entry?.isIntersecting === false), {
      rootMargin: '-64px 0px 0px 0px', // strip 1 hides that much
    });
    watch.observe(box);
    return () => watch.disconnect();
  }, [box]);
  return away;
}
