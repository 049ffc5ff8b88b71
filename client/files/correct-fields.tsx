/** The values of a roster entry as fields: a DES is picked among the roster's, the rest is typed. */
import type { VNode } from 'preact';
import type { PersonFile, SignUpSpecialty } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { fieldWord } from './act-words.ts';
import { FIELDS } from './correction.ts';
import type { CorrectedField, Typed } from './correction.ts';

interface CorrectFieldsProps {
  readonly file: PersonFile;
  /** The list is called: what is decisive stays away. */
  readonly frozen: boolean;
  readonly typed: Typed;
  readonly wrong: readonly CorrectedField[];
  readonly onType: (field: CorrectedField, text: string) => void;
}

const HINTS: Partial<Readonly<Record<CorrectedField, string>>> = {
  specialtyId:
    'Un DES d’un autre groupe change d’amphithéâtre\u00a0: donnez aussi le rang local dans ce groupe.',
  promotion: 'Le rang local est celui de la promotion\u00a0: donnez-le aussi.',
  localHeadcount: 'Le même pour toute la promotion du groupe\u00a0: corrigé ici, il l’est pour tous.',
};

export function CorrectFields({ file, frozen, typed, wrong, onType }: CorrectFieldsProps): VNode {
  const specialties = useAsked<readonly SignUpSpecialty[]>(frozen ? null : '/sign-up/specialties').value;
  const known = specialties ?? [{ id: file.specialtyId, name: file.specialty }];
  return (
    <>
      {FIELDS.filter(({ decisive }) => !decisive || !frozen).map(({ field, kind }) =>
        kind === 'specialty' ? (
          <div key={field}>
            <Select
              label={capital(fieldWord(field))}
              choices={known.map(({ id, name }) => [String(id), name] as const)}
              value={typed[field]}
              onChange={id => onType(field, id)}
            />
            <p class="quiet small">{HINTS[field]}</p>
          </div>
        ) : (
          <Field
            key={field}
            label={capital(fieldWord(field))}
            type={kind === 'email' ? 'email' : 'text'}
            inputMode={kind === 'number' ? 'numeric' : undefined}
            hint={HINTS[field]}
            maxLength={254}
            value={typed[field]}
            fault={wrong.includes(field) ? 'Vérifiez cette valeur.' : null}
            onInput={event => onType(field, event.currentTarget.value)}
          />
        ),
      )}
    </>
  );
}

const capital = (word: string): string =>
  word === word.toLocaleUpperCase('fr') ? word : word.charAt(0).toLocaleUpperCase('fr') + word.slice(1);
