/** What a session is called on screens: rehearsals are counted apart, and say what they are and that nothing counts. Pure. */
import type { PublicSession } from '../../machines/session/public-state.ts';

export const sessionName = ({ number, rehearsal }: Pick<PublicSession, 'number' | 'rehearsal'>): string =>
  rehearsal ? `Amphi blanc ${number}` : `Session ${number}`;

/** The document's title: a tab that is looked at from afar says it too. */
export const titleOf = (title: string, rehearsal: boolean): string =>
  rehearsal ? `Amphi blanc – ${title}` : title;

/** In a rehearsal, in place of what is said of a choice that is final. */
export const CHOICE_COUNTS_NOT = 'Amphi blanc\u00a0: ce choix ne compte pas.';
