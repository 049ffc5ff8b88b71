/** A page as a screen reader goes through it: landmarks, headings and controls in their order, from the browser's own tree. */
import type { Page } from 'playwright-core';

export interface Heard {
  readonly landmarks: readonly string[];
  readonly headings: readonly { readonly level: number; readonly name: string }[];
  /** «button Choisir : Urologie», in reading order. */
  readonly controls: readonly string[];
}

const LANDMARKS = new Set(['banner', 'main', 'contentinfo', 'navigation', 'region', 'search']);
const CONTROLS = new Set([
  'button',
  'link',
  'textbox',
  'searchbox',
  'combobox',
  'checkbox',
  'radio',
  'tab',
  'spinbutton',
]);

/** `- button "Choisir" [expanded]:` */
const LINE = /^\s*- '?(?<role>[a-z]+)(?: "(?<name>(?:[^"\\]|\\.)*)")?(?<rest>.*)$/u;

export async function heard(page: Page): Promise<Heard> {
  const lines = (await page.locator('body').ariaSnapshot()).split('\n').flatMap(line => {
    const { role, name = '', rest = '' } = LINE.exec(line)?.groups ?? {};
    return role === undefined ? [] : [{ role, name: name.replaceAll('\\"', '"'), rest }];
  });
  const named = ({ role, name }: { role: string; name: string }): string => `${role} ${name}`.trim();
  return {
    landmarks: lines.filter(({ role }) => LANDMARKS.has(role)).map(named),
    headings: lines
      .filter(({ role }) => role === 'heading')
      .map(({ name, rest }) => ({ name, level: Number(/level=(\d)/u.exec(rest)?.[1]) })),
    controls: lines.filter(({ role }) => CONTROLS.has(role)).map(named),
  };
}

/** Headings that skip a level downwards. */
export const jumps = ({ headings }: Heard): readonly string[] =>
  headings
    .filter(({ level }, place) => level > (headings[place - 1]?.level ?? 0) + 1)
    .map(({ level, name }) => `h${level} ${name}`);

/** Controls without a name, and buttons that share theirs: heard out of their place nobody could tell them apart. */
export const unclear = ({ controls }: Heard): readonly string[] => [
  ...controls.filter(control => !control.includes(' ')),
  ...controls.filter(
    (control, place) => control.startsWith('button ') && controls.indexOf(control) !== place,
  ),
];
