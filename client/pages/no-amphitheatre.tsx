/** For who is signed in and follows no amphitheatre this semester: why, and whom to ask. */
import type { VNode } from 'preact';
import { Empty } from '../ui/loading.tsx';
import { Contact } from './contact.tsx';

interface NoAmphitheatreProps {
  readonly realm: 'intern' | 'mandatary';
  /** Of an intern. */
  readonly why: string;
}

export const NoAmphitheatre = ({ realm, why }: NoAmphitheatreProps): VNode => (
  <Empty icon="calendarOff" title="Aucun amphithéâtre pour ce semestre">
    <p>{realm === 'intern' ? why : 'Aucune procuration n’est en vigueur pour ce compte.'}</p>
    <Contact />
  </Empty>
);
