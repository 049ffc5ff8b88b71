/** The UFR, picked from those of the semester or written: on the profile, and before the amphitheatre where nobody knows it. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { ChangeNote } from './change-note.tsx';
import { useChange } from './use-change.ts';

interface FacultyFormProps {
  /** '' where nobody knows it. */
  readonly faculty: string;
  readonly faculties: readonly string[];
  readonly onChange: () => void;
}

const OTHER = 'autre';

export function FacultyForm({ faculty, faculties, onChange }: FacultyFormProps): VNode {
  const [picked, setPicked] = useState(faculties.includes(faculty) ? faculty : faculty === '' ? '' : OTHER);
  const [written, setWritten] = useState(faculty);
  const [tried, setTried] = useState(false);
  const change = useChange();
  const chosen = picked === OTHER || faculties.length === 0 ? written.trim() : picked;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (chosen === '' || change.busy) return;
    const answer = await change.send('PUT', '/me/profile/faculty', { faculty: chosen }, 'UFR enregistrée.');
    if (answer.kind === 'ok') onChange();
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void submit();
      }}
    >
      {faculties.length === 0 ? null : (
        <Select
          label="UFR"
          choices={[
            ['', 'Choisissez votre UFR'],
            ...faculties.map(one => [one, one] as const),
            [OTHER, 'Une autre'],
          ]}
          value={picked}
          onChange={setPicked}
        />
      )}
      {picked === OTHER || faculties.length === 0 ? (
        <Field
          label="Nom de votre UFR"
          maxLength={200}
          value={written}
          onInput={event => setWritten(event.currentTarget.value)}
        />
      ) : null}
      {tried && chosen === '' ? <p class="field-fault">Indiquez votre UFR.</p> : null}
      <ChangeNote change={change} />
      <Button type="submit" kind="edge" busy={change.busy}>
        Enregistrer mon UFR
      </Button>
    </form>
  );
}
