/** Cutting a call list into sessions: how many per session, and the hour of the first (Paris). */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ListedAmphitheatre } from '../http/answers.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { plural, wallClock } from '../ui/format.ts';
import { DialogFoot } from './dialog-foot.tsx';

const USUAL_SIZE = 60;

interface CutDialogProps {
  readonly amphitheatre: ListedAmphitheatre;
  readonly onClose: () => void;
  readonly onCut: (body: { readonly perSession: number; readonly first: string }) => void;
}

export function CutDialog({ amphitheatre, onClose, onCut }: CutDialogProps): VNode {
  const { people, perSession, firstAt } = amphitheatre;
  const [size, setSize] = useState(String(perSession ?? USUAL_SIZE));
  const [first, setFirst] = useState(firstAt === null ? '' : wallClock(firstAt));
  const [tried, setTried] = useState(false);
  const each = Number(size);
  const goodSize = Number.isInteger(each) && each >= 1 && each <= 1000;
  return (
    <Dialog title="Découper en sessions" onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          setTried(true);
          if (goodSize && first !== '') onCut({ perSession: each, first });
        }}
      >
        <p class="quiet">
          {amphitheatre.title}, {plural(people, 'interne', 'internes')}.
        </p>
        <Field
          label="Internes par session"
          type="number"
          inputMode="numeric"
          min={1}
          max={1000}
          value={size}
          hint={goodSize ? plural(Math.ceil(people / each), 'session', 'sessions') : undefined}
          fault={tried && !goodSize ? 'Un nombre entier, de 1 à 1000.' : null}
          onInput={event => setSize(event.currentTarget.value)}
        />
        <Field
          label="Début de la première session"
          hint="Heure de Paris. Les suivantes en découlent, au rythme de 90 s par interne."
          type="datetime-local"
          value={first}
          fault={tried && first === '' ? 'Indiquez le jour et l’heure.' : null}
          onInput={event => setFirst(event.currentTarget.value)}
        />
        <DialogFoot act="Découper" icon="scissors" onClose={onClose} />
      </form>
    </Dialog>
  );
}
