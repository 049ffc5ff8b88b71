/** What a moderator's dialogs say in a rehearsal's room, in place of what is final or sent. */
import type { VNode } from 'preact';
import type { PublicSession } from '../../machines/session/public-state.ts';

export const CountsNot = (): VNode => (
  <p>
    <b>Amphi blanc : rien de ce qui s’y choisit ne compte.</b> Aucun e-mail ne part.
  </p>
);

/** «la session 2», «l’amphi blanc 1»: in the middle of a sentence. */
export const theSession = ({ number, rehearsal }: Pick<PublicSession, 'number' | 'rehearsal'>): string =>
  rehearsal ? `l’amphi blanc ${number}` : `la session ${number}`;

/** A session's journal: of a rehearsal it is asked for by its own name, for its number is counted apart. */
export const journalHref = (
  amphitheatre: number,
  { id, number, rehearsal }: Pick<PublicSession, 'id' | 'number' | 'rehearsal'>,
): string => `/salle/${amphitheatre}/journal/${number}${rehearsal ? `?blanc=${id}` : ''}`;

/** The sheet to go on by paper. */
export const paperHref = (
  amphitheatre: number,
  { id, number, rehearsal }: Pick<PublicSession, 'id' | 'number' | 'rehearsal'>,
): string => `/salle/${amphitheatre}/papier?${rehearsal ? `blanc=${id}` : `session=${number}`}`;

/** Its room, at this session. */
export const roomHref = (
  amphitheatre: number,
  { id, number, rehearsal }: Pick<PublicSession, 'id' | 'number' | 'rehearsal'>,
): string => `/salle/${amphitheatre}?${rehearsal ? `blanc=${id}` : `session=${number}`}`;
