/** The UFR, where nobody knows it: asked for on entering the amphitheatre, before anything else (M §9); never in one's turn. */
import type { VNode } from 'preact';
import { loadMe, me } from '../http/account.ts';
import type { Profile } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Loading } from '../ui/loading.tsx';
import { FacultyForm } from './faculty-form.tsx';

/** @param held whether something goes before: the turn's seconds are not spent on a form. */
export function FacultyGate({ held = false }: { readonly held?: boolean }): VNode | null {
  return me.value?.intern?.facultyMissing === true && !held ? <Asking /> : null;
}

/** Without the list the name is written: a line that is down does not keep anybody out. */
function Asking(): VNode {
  const { value, trouble } = useAsked<Profile>('/me/profile');
  return (
    <Dialog title="Complétez votre profil" closable={false} onClose={() => undefined}>
      <p>Indiquez votre UFR pour entrer dans l’amphithéâtre. Vous pourrez la changer dans votre profil.</p>
      {value === null && trouble === null ? (
        <Loading lines={2} />
      ) : (
        <FacultyForm faculty="" faculties={value?.faculties ?? []} onChange={() => void loadMe()} />
      )}
    </Dialog>
  );
}
