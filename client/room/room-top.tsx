/** What never scrolls away: strip 1 (connection, state, clock) and strip 2 (interns ahead, or the four-ahead banner). */
import type { RefObject, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../ui/icon/icon.tsx';
import { linkShown } from '../ui/link-shown.ts';
import { Strip } from '../ui/strip.tsx';
import { SessionTag } from '../ui/tag.tsx';
import type { Moment } from './moment.ts';
import { useRoom } from './room-context.ts';
import { aheadWords, bannerText, bannerTitle } from './words.ts';
import './room-top.css';

/** @param box the pink box: strip 2 stands in for it where it is scrolled out of sight. */
export function RoomTop({ box }: { readonly box: RefObject<HTMLElement | null> }): VNode {
  const { live, now, standing } = useRoom();
  const moment = standing.value?.moment ?? null;
  return (
    <section class="room-top" aria-label="Où en est la session">
      <Strip link={linkShown(live.link.value, Date.now())} now={live.view.value === null ? null : now.value}>
        <Title />
      </Strip>
      {moment?.kind === 'inLine' ? <SecondStrip moment={moment} box={box} /> : null}
    </section>
  );
}

function Title(): VNode | null {
  const { live, standing } = useRoom();
  const session = standing.value?.session ?? null;
  const state = live.view.value?.state;
  if (session === null || state === undefined) return null;
  const sessions = [...state.sessions.values()].filter(({ rehearsal }) => rehearsal === session.rehearsal);
  return (
    <>
      <SessionTag state={session.state} />
      <b class="room-top-wide">
        Session {session.number}
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
  readonly box: RefObject<HTMLElement | null>;
}): VNode | null {
  const { standing, live } = useRoom();
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
      </div>
    </div>
  );
}

function useOutOfSight(box: RefObject<HTMLElement | null>): boolean {
  const [away, setAway] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const watch = new IntersectionObserver(([entry]) => setAway(entry?.isIntersecting === false), {
      rootMargin: '-64px 0px 0px 0px', // strip 1 hides that much
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return away;
}
