/** What the scenes are told by: a house, and an eye that looks at a page as it stands; the camera and the tests bring their own. */
import type { Page } from 'playwright-core';
import type { Theatre } from '../stories/theatre.ts';

/** @param name what is seen, in the words of the gallery: «Ma session, à mon tour». */
export type Look = (name: string, page: Page) => Promise<void>;

export interface Scene {
  readonly title: string;
  play(theatre: Theatre, look: Look): Promise<void>;
}
