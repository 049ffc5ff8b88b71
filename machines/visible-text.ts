/** What a person wrote, as it is read: the one function at every door where a reason or a message comes in. */

// Spaces, controls, and what shows nothing at all: zero width space, soft hyphen, word joiner, Hangul fillers, Braille blank.
const INVISIBLE = /^[\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** @returns without spaces around it; '' where nothing of it can be seen, so that it is refused like an empty one. */
export const visibleText = (text: string): string => (INVISIBLE.test(text) ? '' : text.trim());
