/** The phases as both files and the summary write them. */
import type { Phase } from '../../../machines/directory.ts';
import { choicesOf } from './fields.ts';

export const PHASES = {
  socle: 'socle',
  approfondissement: 'approfondissement',
  consolidation: 'consolidation',
  ancienRegime: 'ancien régime',
  fst: 'FST',
} as const satisfies Record<Phase, string>;

export const PHASE_CHOICES = choicesOf<Phase>(PHASES);
