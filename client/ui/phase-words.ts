/** The phases of a specialty's course as a word alone: the room and one's own page say them alike. */
import type { Phase } from '../../machines/directory.ts';

export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  socle: 'Socle',
  approfondissement: 'Approfondissement',
  consolidation: 'Consolidation',
  ancienRegime: 'Ancien régime',
  fst: 'FST',
};
