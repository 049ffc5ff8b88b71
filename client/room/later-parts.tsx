/**
 * The parts of the room that one needs neither to see where one stands nor to choose: two files of the build
 * (`../chunks.ts`), which every open room asks for once its offer is there, so that it is held before a turn comes.
 * Their styles are the room's: one that did not come would not be asked for again.
 */
import { Loading } from '../ui/loading.tsx';
import { later } from '../ui/later.tsx';
import '../before/before.css';
import '../mandate/mandate.css';
import '../ui/field.css';
import './interns-list.css';

export const InternsList = later({
  what: 'La liste des internes',
  load: () => import('./interns-list.tsx').then(part => part.InternsList),
  meanwhile: () => <Loading lines={8} />,
});
export const OwnRequests = later({
  what: 'Votre procuration ou votre demande',
  load: () => import('./own-requests.tsx').then(part => part.OwnRequests),
});
export const GiveButton = later({
  what: 'Le bouton de la procuration',
  load: () => import('../mandate/mandate-notes.tsx').then(part => part.GiveButton),
});
export const EndDialog = later({
  what: 'La fenêtre d’annulation de la procuration',
  load: () => import('../mandate/end-dialog.tsx').then(part => part.EndDialog),
});
export const FacultyGate = later({
  what: 'La question sur votre UFR',
  load: () => import('../account/faculty-gate.tsx').then(part => part.FacultyGate),
});
export const OrderNote = later({
  what: 'La vérification de votre ordre',
  load: () => import('../before/order-note.tsx').then(part => part.RoomOrderNote),
});

/** The same files hold them all: with the first they are here, and none is asked for again, whatever the line. */
export async function bringParts(): Promise<void> {
  await OwnRequests.bring();
  for (const part of [InternsList, GiveButton, EndDialog, FacultyGate, OrderNote]) void part.bring();
}
