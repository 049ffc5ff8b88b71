/** Copies the icons that we use from @tabler/icons into `paths.ts`: `npm run icons` after adding a name below. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Our name, and Tabler's; `/` in front of a drawing that is filled. */
const ICONS: Readonly<Record<string, string>> = {
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
  close: 'x',
  conflict: 'git-merge',
  door: 'door-enter',
  dots: 'dots-vertical',
  download: 'download',
  eye: 'eye',
  eyeOff: 'eye-off',
  filter: 'filter',
  flask: 'flask',
  heart: 'heart',
  heartFilled: '/heart',
  history: 'history',
  hourglass: 'hourglass',
  info: 'info-circle',
  key: 'key',
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
  refresh: 'refresh',
  right: 'arrow-right',
  scissors: 'scissors',
  search: 'search',
  stop: 'player-stop',
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
