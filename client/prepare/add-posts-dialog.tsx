/** «Ajouter des postes…»: one or several seats of a service of this amphitheatre, alike, with the reason. */
import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { AddPostsBody } from '../../api/desk-bodies.ts';
import type { Directory } from '../../machines/directory.ts';
import { ReasonDialog } from '../desk/reason-dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { Select } from '../ui/select.tsx';
import '../ui/select.css';
import { NO_POSTS, numbersText, postsFaults, postsTyped } from './add-posts.ts';
import type { TypedPosts } from './add-posts.ts';

const LONGEST = 200; // characters, as the server takes them

interface AddPostsDialogProps {
  readonly directory: Directory;
  readonly begun: boolean;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onAdd: (body: AddPostsBody) => void;
}

export function AddPostsDialog({ directory, begun, busy, onClose, onAdd }: AddPostsDialogProps): VNode {
  const [typed, setTyped] = useState(NO_POSTS);
  const posts = postsTyped(typed);
  const faults = postsFaults(typed);
  const set = (part: Partial<TypedPosts>): void => setTyped({ ...typed, ...part });
  return (
    <ReasonDialog
      title="Ajouter des postes"
      told={
        begun
          ? 'L’ajout est annoncé à tous et vaut aussitôt ; le motif est lu par tous. Un poste ajouté ne s’efface pas, il se retire.'
          : 'Un poste ajouté ne s’efface pas, il se retire.'
      }
      act="Ajouter"
      icon="check"
      busy={busy}
      lacking={posts === null}
      onClose={onClose}
      onReason={reason => {
        if (posts !== null) onAdd({ posts, reason });
      }}
    >
      {tried => (
        <>
          <ServicePicked
            service={typed.service}
            services={directory.services}
            fault={tried ? (faults.service ?? null) : null}
            onPick={service => set({ service })}
          />
          <div class="prepare-pair">
            <Field
              label="Numéro"
              maxLength={40}
              value={typed.number}
              fault={tried ? (faults.number ?? null) : null}
              onInput={event => set({ number: event.currentTarget.value })}
            />
            <Field
              label="Nombre de places"
              type="number"
              inputMode="numeric"
              min={1}
              max={50}
              hint={numbersText(typed) ?? undefined}
              value={typed.seats}
              fault={tried ? (faults.seats ?? null) : null}
              onInput={event => set({ seats: event.currentTarget.value })}
            />
          </div>
          <Select
            label="Réservé au DES"
            value={typed.reservedFor}
            choices={[
              ['', 'Ouvert à tous les DES'],
              ...directory.specialties.map(({ id, name }) => [String(id), name] as const),
            ]}
            onChange={reservedFor => set({ reservedFor })}
          />
          <div class="prepare-pair">
            <Field
              label="Agrément (facultatif)"
              maxLength={LONGEST}
              value={typed.accreditation}
              onInput={event => set({ accreditation: event.currentTarget.value })}
            />
            <Field
              label="Fléchage (facultatif)"
              maxLength={LONGEST}
              value={typed.earmark}
              onInput={event => set({ earmark: event.currentTarget.value })}
            />
          </div>
        </>
      )}
    </ReasonDialog>
  );
}

interface ServicePickedProps {
  /** Empty: none yet, and none is supposed. */
  readonly service: string;
  readonly services: Directory['services'];
  readonly fault: string | null;
  readonly onPick: (service: string) => void;
}

function ServicePicked({ service, services, fault, onPick }: ServicePickedProps): VNode {
  const id = useId();
  return (
    <div class="ds-field field select">
      <label class="ds-label" for={id}>
        Service
      </label>
      <select
        id={id}
        class="ds-input"
        value={service}
        onChange={event => onPick(event.currentTarget.value)}
        {...(fault === null ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-fault` })}
      >
        <option value="">À choisir</option>
        {services.map(({ id: key, name, establishment }) => (
          <option key={key} value={key}>
            {name}, {establishment}
          </option>
        ))}
      </select>
      {fault === null ? null : (
        <p class="field-fault" id={`${id}-fault`}>
          <Icon name="circleX" /> {fault}
        </p>
      )}
    </div>
  );
}
