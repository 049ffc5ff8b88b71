/** «Affecter un poste…»: the post, by the same rules as a choice, then the reason, and whether it was decided by telephone. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { AssignmentBody } from '../../api/desk-bodies.ts';
import type { PostId } from '../../machines/ids.ts';
import { withDe } from '../desk/french.ts';
import { PostLines, PostPicker, titleOf } from '../desk/post-picker.tsx';
import { ReasonDialog } from '../desk/reason-dialog.tsx';
import type { RoomView } from '../desk/room-view.ts';
import { usePickable } from '../desk/use-pickable.ts';
import type { LeftPerson } from '../http/answers.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { fullName } from '../ui/navigation.ts';
import { Unbroken } from '../ui/unbroken.tsx';

interface AssignDialogProps {
  readonly who: LeftPerson;
  readonly view: RoomView;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onAssign: (body: AssignmentBody) => void;
}

export function AssignDialog({ who, view, busy, onClose, onAssign }: AssignDialogProps): VNode {
  const [retained, retain] = useState<PostId | null>(null);
  const [offline, setOffline] = useState(false);
  const { posts, kept, barred } = usePickable(view, who.person, null, retained);
  const { names } = view;
  const name = fullName(who);
  const title = `Affecter un poste\u00a0: ${name}`;
  if (kept === null)
    return (
      <Dialog title={title} onClose={onClose}>
        <PostPicker posts={posts} names={names} onPick={({ post }) => retain(post.id)} />
        <DialogActs>
          <Button kind="edge" onClick={onClose}>
            Annuler
          </Button>
        </DialogActs>
      </Dialog>
    );
  return (
    <ReasonDialog
      title={title}
      told={
        <div class="stack">
          <PostLines post={kept} names={names} />
          <Button kind="edge" icon="left" onClick={() => retain(null)}>
            Changer de poste
          </Button>
          <p>
            <b>L’affectation {withDe(name)} est définitive</b>&nbsp;: <Unbroken text={titleOf(kept)} />. Un
            e-mail lui est envoyé. Le motif est lu par l’ARS seulement.
          </p>
        </div>
      }
      act="Affecter ce poste"
      icon="check"
      kind="go"
      busy={busy}
      barred={barred}
      onClose={onClose}
      onReason={reason => onAssign({ post: kept.post.id, on: who.state.kind, reason, offline })}
    >
      {() => (
        <label class="one-of-choice">
          <input
            type="checkbox"
            checked={offline}
            onChange={event => setOffline(event.currentTarget.checked)}
          />
          <span>Décidé par téléphone, service interrompu</span>
        </label>
      )}
    </ReasonDialog>
  );
}
