/** «À affecter» (`/salle/:id/a-affecter`): who is left without a post after the last session, and settling it. Moderators only. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { ActNote } from '../desk/act-note.tsx';
import { ModeratorsOnly } from '../desk/moderators-only.tsx';
import { useDeskPage } from '../desk/use-desk-page.ts';
import { PhoneDialog } from '../desk/phone-dialog.tsx';
import type { RoomView } from '../desk/room-view.ts';
import { useDeskAct } from '../desk/use-desk-act.ts';
import { useRoom } from '../desk/use-room.ts';
import { DownloadAssignments } from '../documents/download-assignments.tsx';
import type { Left, LeftPerson } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import type { Live } from '../live/live.ts';
import { Alert } from '../ui/alert.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { LinkNote } from '../ui/link-note.tsx';
import { Loading } from '../ui/loading.tsx';
import { fullName } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { leftShown, leftSummary } from './left.ts';
import type { LeftAct } from './left.ts';
import { FoundLeft } from './found-left.tsx';
import { WithoutPostDialog } from './without-post-dialog.tsx';

const LOOK_AGAIN_MS = 5_000;

export function LeftPage(): VNode {
  const { id, live } = useDeskPage(true);
  const back = `/salle/${id}/a-affecter`;
  return (
    <Page title="À affecter" subtitle="Gestion · À affecter">
      <h1>À affecter</h1>
      <ModeratorsOnly back={back}>
        {live === null ? <Loading lines={6} /> : <LiveLeft live={live} id={id} back={back} />}
      </ModeratorsOnly>
    </Page>
  );
}

interface LiveLeftProps {
  readonly live: Live;
  readonly id: number;
  readonly back: string;
}

/** The list is the API's; names, seats and who sits where come from the room's own connection. */
function LiveLeft({ live, id, back }: LiveLeftProps): VNode {
  const { view } = useRoom(live, null);
  const asked = useAsked<Left>(`/desk/amphitheatres/${id}/left`, LOOK_AGAIN_MS);
  const { value, trouble, again } = asked;
  return (
    <>
      <div class="split">
        <p class="quiet">{view?.title ?? ''}</p>
        <LinkButton kind="edge" icon="left" href={`/salle/${id}`}>
          Retour à la salle
        </LinkButton>
      </div>
      <LinkNote link={live.link.value} back={back} onRetry={() => live.retryNow()} />
      <DownloadAssignments amphitheatre={id} withPosts />
      <Trouble asked={asked} />
      {value === null ? (
        trouble === null ? (
          <Loading lines={6} />
        ) : null
      ) : (
        <Shown left={value} view={view} onDone={again} />
      )}
    </>
  );
}

type Asking = { readonly act: LeftAct | 'phone'; readonly who: LeftPerson };

interface ShownProps {
  readonly left: Left;
  readonly view: RoomView | null;
  readonly onDone: () => void;
}

function Shown({ left, view, onDone }: ShownProps): VNode {
  const [asking, setAsking] = useState<Asking | null>(null);
  const { perform, sending, note, dismiss } = useDeskAct();
  const settle = async (
    who: LeftPerson,
    way: 'assignment' | 'without-post',
    body: unknown,
  ): Promise<void> => {
    const path = `/desk/people/${who.person}/${way}`;
    await perform(path, { method: 'POST', body }, `Enregistré\u00a0: ${fullName(who)}.`, onDone);
    setAsking(null);
    onDone();
  };
  const summary = leftSummary(left);
  const people = leftShown(left);
  const close = (): void => setAsking(null);
  return (
    <>
      <Alert kind={left.settling && left.toSettle === 0 ? 'done' : 'told'} title={summary.title}>
        <p>{summary.text}</p>
      </Alert>
      <ActNote note={note} onSeen={dismiss} />
      {people.length === 0 ? null : (
        <Card flush title={left.settling ? 'Sans poste' : 'Sans poste à ce jour'}>
          <FoundLeft left={left} people={people} onAsk={(act, who) => setAsking({ act, who })} />
        </Card>
      )}
      {asking === null || view === null ? null : asking.act === 'phone' ? (
        <PhoneDialog person={asking.who.person} view={view} onClose={close} />
      ) : asking.act === 'assign' ? (
        <AssignDialog
          who={asking.who}
          view={view}
          busy={sending}
          onClose={close}
          onAssign={body => void settle(asking.who, 'assignment', body)}
        />
      ) : (
        <WithoutPostDialog
          who={asking.who}
          busy={sending}
          onClose={close}
          onReason={body => void settle(asking.who, 'without-post', body)}
        />
      )}
    </>
  );
}
