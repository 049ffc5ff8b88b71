/** Copies the icons that we use from @tabler/icons into `paths.ts`: `npm run icons` after adding a name below. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Our name, and Tabler's; `/` in front of a drawing that is filled. */
const ICONS: Readonly<Record<string, string>> = {
  adjust: 'adjustments-horizontal',
  alert: 'alert-triangle',
  armchair: 'armchair',
  back: 'arrow-back-up',
  bell: 'bell',
  bellRinging: 'bell-ringing',
  calendarOff: 'calendar-off',
  calendarTime: 'calendar-time',
  check: 'check',
  chevronDown: 'chevron-down',
  chevronLeft: 'chevron-left',
  chevronRight: 'chevron-right',
  chevronUp: 'chevron-up',
  circleCheck: 'circle-check',
  circleCheckFilled: '/circle-check',
  circleX: 'circle-x',
  circleXFilled: '/circle-x',
  clock: 'clock',
  clockPlus: 'clock-plus',
  close: 'x',
  conflict: 'git-merge',
  devices: 'devices',
  door: 'door-enter',
  dots: 'dots-vertical',
  down: 'arrow-down',
  download: 'download',
  eye: 'eye',
  eyeOff: 'eye-off',
  filter: 'filter',
  flask: 'flask',
  grip: 'grip-vertical',
  hand: 'hand-finger',
  heart: 'heart',
  heartFilled: '/heart',
  history: 'history',
  hospital: 'building-hospital',
  hourglass: 'hourglass',
  info: 'info-circle',
  key: 'key',
  keyboard: 'keyboard',
  left: 'arrow-left',
  list: 'list',
  lock: 'lock',
  lockOpen: 'lock-open',
  logout: 'logout',
  mail: 'mail',
  menu: 'menu-2',
  pause: '/player-pause',
  phone: 'phone',
  play: '/player-play',
  plug: 'plug-connected',
  plugOff: 'plug-connected-x',
  printer: 'printer',
  refresh: 'refresh',
  right: 'arrow-right',
  scale: 'scale',
  save: 'device-floppy',
  scissors: 'scissors',
  screen: 'device-tv',
  search: 'search',
  sort: 'arrows-sort',
  send: 'send',
  share: 'share',
  skip: 'player-skip-forward',
  stethoscope: 'stethoscope',
  stop: 'player-stop',
  swap: 'arrows-right-left',
  toTop: 'arrow-bar-to-up',
  trash: 'trash',
  up: 'arrow-up',
  user: 'user',
  userFilled: '/user',
  userOff: 'user-off',
  users: 'users',
  volume: 'volume',
  volumeOff: 'volume-off',
};

const installed = createRequire(import.meta.url);

function drawingOf(tabler: string): string {
  const file = tabler.startsWith('/') ? `filled${tabler}` : `outline/${tabler}`;
  const drawing = readFileSync(installed.resolve(`@tabler/icons/${file}.svg`), 'utf8');
  return [...drawing.matchAll(/<path d="([^"]+)"/gu)].map(match => match[1] ?? '').join('');
}

const linesOf = (filled: boolean): string =>
  Object.entries(ICONS)
    .filter(([, tabler]) => tabler.startsWith('/') === filled)
    .map(([name, tabler]) => `  ${name}: '${drawingOf(tabler)}',`)
    .join('\n');

const text = `/**
 * Drawings on a square of 24, copied by \`copy.ts\` from Tabler Icons.
 * Copyright (c) 2020-2026 Paweł Kuna, MIT licence: https://github.com/tabler/tabler-icons/blob/main/LICENSE
 */
export const OUTLINES = {
${linesOf(false)}
} as const;

export const FILLED = {
${linesOf(true)}
} as const;
`;
writeFileSync(new URL('paths.ts', import.meta.url), text);
