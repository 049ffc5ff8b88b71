/** How somebody chooses, in words (domain §4): the room, the desk and those left over say it alike. */
import type { ChoiceStatus } from '../../machines/session/world.ts';

export const STATUS_WORDS: Readonly<Record<ChoiceStatus, string>> = {
  classic: 'Classique',
  supernumeraryValidating: 'Surnombre validant',
  supernumeraryNonValidating: 'Surnombre non validant',
};
