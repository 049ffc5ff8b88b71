/** What moves on the live call list: the strip with its clock, by itself, and the lines, drawn again only where they have changed. */
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { callOrderText } from '../../machines/call-order-text.ts';
import { namesOf } from '../desk/names.ts';
import { roomSession } from '../desk/room-session.ts';
import type { Live } from '../live/live.ts';
import { Nothing } from '../public-pages/nothing.tsx';
import { wordsOf } from '../public-pages/words-of.ts';
import { linkShown } from '../ui/link-shown.ts';
import { Strip } from '../ui/strip.tsx';
import { SessionTag } from '../ui/tag.tsx';
import { useNow } from '../ui/use-now.ts';
import type { ListReader } from './call-list-frame.tsx';
import { CallListTable } from './call-list-table.tsx';

interface LiveStripProps {
  readonly live: Live;
}

export function LiveStrip({ live }: LiveStripProps): VNode {
  const clientNow = useNow(Date.now);
  const link = live.link.value;
  const view = live.view.value;
  const session = view === null ? null : roomSession(view.state);
  return (
    <Strip link={linkShown(link, clientNow)} now={link.kind === 'live' ? live.now() : null}>
      {session === null ? null : (
        <>
          <SessionTag state={session.state} />
          <span class="strip-aside">Session {session.number}</span>
        </>
      )}
    </Strip>
  );
}

interface LiveRowsProps extends LiveStripProps, ListReader {
  readonly onAll: () => void;
}

export function LiveRows({ live, asked, mine, led, onAll }: LiveRowsProps): VNode {
  const view = live.view.value; // new each time that something in its state has changed
  const directory = live.directory.value;
  const suspended = live.suspended.value;
  const names = useMemo(() => namesOf(directory), [directory]);
  const table = useMemo(() => {
    const matches = wordsOf(asked);
    const people = [...(view?.state.people.values() ?? [])].filter(({ id, service, callOrder }) =>
      matches(
        `${callOrderText(callOrder)} ${names.name(id)} ${service === null ? '' : names.service(service)}`,
      ),
    );
    return view === null || people.length === 0 ? null : (
      <CallListTable
        people={people}
        state={view.state}
        names={names}
        edition={directory?.edition ?? null}
        clock={() => live.now()}
        suspended={suspended}
        asked={asked}
        mine={mine}
        led={led}
      />
    );
  }, [live, view, directory, names, suspended, asked, mine, led]);
  return table ?? <Nothing what="Personne ne correspond" onAll={onAll} />;
}
