/** «Choisir à sa place…» and «Corriger le choix…»: first the post, then the confirmation that names person and post. */
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PostId } from '../../machines/ids.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { CHOICE_COUNTS_NOT } from '../ui/session-name.ts';
import { reasonBefore } from './asking.ts';
import type { Asking, TurnAsking } from './asking.ts';
import type { DeskCommand } from './desk-command.ts';
import { withDe } from './french.ts';
import type { PickablePost } from './pickable.ts';
import { PostLines, PostPicker, titleOf } from './post-picker.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { RoomView } from './room-view.ts';
import { usePickable } from './use-pickable.ts';
import { Unbroken } from '../ui/unbroken.tsx';

interface ChooseDialogProps {
  readonly view: RoomView;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSend: (command: DeskCommand) => void;
}

export function OnBehalfDialog({
  asking,
  view,
  busy,
  onClose,
  onSend,
}: ChooseDialogProps & { readonly asking: TurnAsking }): VNode {
  const [retained, retain] = useState<PostId | null>(null);
  const { person, turn, on, during } = asking;
  const { posts, kept, barred } = usePickable(view, person, null, retained);
  const name = view.names.name(person);
  const title = `Choisir à la place ${withDe(name)}`;
  if (kept === null)
    return <Picking title={title} view={view} posts={posts} onPick={retain} onClose={onClose} />;
  return (
    <ReasonDialog
      title={title}
      told={
        <Kept post={kept} view={view} onChange={() => retain(null)}>
          {view.session.rehearsal ? (
            CHOICE_COUNTS_NOT
          ) : (
            <>
              <b>Choix définitif.</b> {name} reçoit l’e-mail de confirmation pour{' '}
              <Unbroken text={titleOf(kept)} />. Le journal garde votre nom.
            </>
          )}
        </Kept>
      }
      act="Enregistrer ce choix"
      icon="check"
      kind="go"
      busy={busy}
      barred={barred}
      onClose={onClose}
      typed={reasonBefore(asking)}
      onReason={reason =>
        onSend({ type: 'chooseOnBehalf', person, post: kept.post.id, turn, on, during, reason })
      }
    />
  );
}

export function CorrectDialog({
  asking,
  view,
  busy,
  onClose,
  onSend,
}: ChooseDialogProps & { readonly asking: Extract<Asking, { kind: 'correct' }> }): VNode {
  const [to, setTo] = useState<PostId | 'takeBack' | null>(null);
  const { person, from } = asking;
  const taken = to === 'takeBack';
  const { posts, kept, barred } = usePickable(view, person, from, taken ? null : to);
  const name = view.names.name(person);
  const title = `Corriger le choix ${withDe(name)}`;
  if (!taken && kept === null)
    return (
      <Picking title={title} view={view} posts={posts} onPick={setTo} onClose={onClose}>
        <p>
          Choix enregistré : <b>{view.names.post(from)}</b>.
        </p>
        <Button kind="edge" icon="back" onClick={() => setTo('takeBack')}>
          Retirer ce choix…
        </Button>
        <p>Ou l’affecter à un autre poste :</p>
      </Picking>
    );
  const mails = view.session.rehearsal
    ? `${CHOICE_COUNTS_NOT} Aucun e-mail ne part. Le poste libéré est de nouveau offert aussitôt, dans l’amphi blanc seul.`
    : `Un e-mail part à ${name}, et à la personne mandatée s’il y en a une. Le poste libéré est de nouveau offert aussitôt, aucun autre choix ne bouge.`;
  return (
    <ReasonDialog
      title={title}
      told={
        kept === null ? (
          <div class="stack">
            <Final>
              <b>Le choix {withDe(name)} est retiré</b> : {view.names.post(from)}. La personne passe en
              absence et peut être rappelée. {mails}
            </Final>
            <Button kind="edge" icon="left" onClick={() => setTo(null)}>
              Changer
            </Button>
          </div>
        ) : (
          <Kept post={kept} view={view} onChange={() => setTo(null)}>
            <b>{name} quitte</b> {view.names.post(from)} <b>pour</b> <Unbroken text={titleOf(kept)} />.{' '}
            {mails}
          </Kept>
        )
      }
      act={taken ? 'Retirer le choix' : 'Corriger le choix'}
      icon={taken ? 'back' : 'check'}
      kind={taken ? 'stop' : 'go'}
      busy={busy}
      barred={barred}
      onClose={onClose}
      typed={reasonBefore(asking)}
      onReason={reason => onSend({ type: 'correct', person, from, to: kept?.post.id ?? null, reason })}
    />
  );
}

/** In a closed rehearsal alone: of the real sessions it is done from «À affecter». */
export function AssignInRehearsalDialog({
  asking,
  view,
  busy,
  onClose,
  onSend,
}: ChooseDialogProps & { readonly asking: Extract<Asking, { kind: 'assign' }> }): VNode {
  const [retained, retain] = useState<PostId | null>(null);
  const { person, on } = asking;
  const { posts, kept, barred } = usePickable(view, person, null, retained);
  const title = `Affecter un poste à ${view.names.name(person)}`;
  if (kept === null)
    return <Picking title={title} view={view} posts={posts} onPick={retain} onClose={onClose} />;
  return (
    <ReasonDialog
      title={title}
      told={
        <Kept post={kept} view={view} onChange={() => retain(null)}>
          <b>{CHOICE_COUNTS_NOT}</b> Aucun e-mail ne part.
        </Kept>
      }
      act="Affecter ce poste"
      icon="check"
      kind="go"
      busy={busy}
      barred={barred}
      typed={reasonBefore(asking)}
      onClose={onClose}
      onReason={reason => onSend({ type: 'assign', person, post: kept.post.id, on, reason })}
    />
  );
}

interface PickingProps {
  readonly title: string;
  readonly view: RoomView;
  readonly posts: readonly PickablePost[];
  readonly onPick: (post: PostId) => void;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
}

const Picking = ({ title, view, posts, onPick, onClose, children }: PickingProps): VNode => (
  <Dialog title={title} onClose={onClose}>
    {children}
    <PostPicker posts={posts} names={view.names} onPick={({ post }) => onPick(post.id)} />
    <DialogActs>
      <Button kind="edge" onClick={onClose}>
        Annuler
      </Button>
    </DialogActs>
  </Dialog>
);

interface KeptProps {
  readonly post: PickablePost;
  readonly view: RoomView;
  readonly onChange: () => void;
  readonly children: ComponentChildren;
}

const Kept = ({ post, view, onChange, children }: KeptProps): VNode => (
  <div class="stack">
    <div class="post-kept">
      <PostLines post={post} names={view.names} />
      <Button kind="edge" onClick={onChange}>
        Changer
      </Button>
    </div>
    <Final>{children}</Final>
  </div>
);

const Final = ({ children }: { readonly children: ComponentChildren }): VNode => (
  <p class="final-note">
    <Icon name="alert" />
    <span>{children}</span>
  </p>
);
