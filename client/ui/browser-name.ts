/** Which browser and system this is, in words, from what it says of itself: for advice, the report, and one's devices by name. Pure. */

export type BrowserFamily = 'chrome' | 'edge' | 'firefox' | 'safari' | 'samsung' | 'opera' | 'other';
export type System = 'android' | 'ios' | 'windows' | 'mac' | 'linux' | 'other';

export interface BrowserName {
  readonly family: BrowserFamily;
  readonly system: System;
  /** «Firefox, Windows»: the same after an update. */
  readonly name: string;
  /** «Firefox 128, Windows». */
  readonly words: string;
}

/** Most of them claim to be several: the most particular first. */
const FAMILIES: readonly (readonly [BrowserFamily, string, RegExp])[] = [
  ['edge', 'Edge', /\bEdg(?:e|A|iOS)?\/(\d+)/u],
  ['samsung', 'Samsung Internet', /\bSamsungBrowser\/(\d+)/u],
  ['opera', 'Opera', /\bOPR\/(\d+)/u],
  ['firefox', 'Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/u],
  ['chrome', 'Chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\/(\d+)/u],
  ['safari', 'Safari', /\bVersion\/(\d+(?:\.\d+)?).*\bSafari\//u],
];

const SYSTEMS: readonly (readonly [System, string, RegExp])[] = [
  ['ios', 'iPhone ou iPad', /\b(?:iPhone|iPad|iPod)\b/u],
  ['android', 'Android', /\bAndroid\b/u],
  ['windows', 'Windows', /\bWindows\b/u],
  ['mac', 'Mac', /\bMacintosh\b/u],
  ['linux', 'Linux', /\bLinux\b|\bCrOS\b/u],
];

/** @param touchPoints an iPad says that it is a Mac, and has a finger's screen. */
export function browserName(userAgent: string, touchPoints = 0): BrowserName {
  const [family, name, pattern] = FAMILIES.find(([, , known]) => known.test(userAgent)) ?? OTHER_BROWSER;
  const version = pattern.exec(userAgent)?.[1];
  const found = SYSTEMS.find(([, , known]) => known.test(userAgent)) ?? OTHER_SYSTEM;
  const [system, place] = found[0] === 'mac' && touchPoints > 1 ? IPAD : found;
  return {
    family,
    system,
    name: `${name}, ${place}`,
    words: `${name}${version === undefined ? '' : ` ${version}`}, ${place}`,
  };
}

const OTHER_BROWSER = ['other', 'navigateur inconnu', /$^/u] as const;
const OTHER_SYSTEM = ['other', 'système inconnu', /$^/u] as const;
const IPAD = ['ios', 'iPhone ou iPad'] as const;
