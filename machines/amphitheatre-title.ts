/** What an amphitheatre is called wherever it is named in French: «Spécialités chirurgicales, phase d’approfondissement». */
import type { Phase } from './directory.ts';

const PHASE_TITLES = {
  socle: 'phase socle',
  approfondissement: 'phase d’approfondissement',
  consolidation: 'phase de consolidation',
  ancienRegime: 'ancien régime',
  fst: 'FST',
} as const satisfies Record<Phase, string>;

export const amphitheatreTitle = (group: string, phase: Phase): string => `${group}, ${PHASE_TITLES[phase]}`;

/** «phase d’approfondissement». */
export const phaseTitle = (phase: Phase): string => PHASE_TITLES[phase];
