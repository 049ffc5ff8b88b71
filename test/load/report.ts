/** What a simulation ends with: a table on the screen, the same as JSON in `results/`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

export type Row = readonly [label: string, value: string | number | boolean | null, right?: boolean];

export function tableOf(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows
    .map(([label, value, right]) => `  ${mark(right)} ${label.padEnd(width)}  ${told(value)}`)
    .join('\n');
}

/** @returns the path of the file. */
export function keep(kind: string, content: Readonly<Record<string, unknown>>): string {
  mkdirSync('results', { recursive: true });
  const at = new Date().toISOString();
  const path = join('results', `${kind}-${at.replaceAll(/[:.]/gu, '-')}.json`);
  const machine = {
    node: process.version,
    platform: process.platform,
    cpu: cpus()[0]?.model,
    cores: cpus().length,
  };
  const command = ['npm run', kind, '--', ...process.argv.slice(2)].join(' ');
  writeFileSync(path, `${JSON.stringify({ at, command, machine, ...content }, null, 2)}\n`);
  return path;
}

const mark = (right: boolean | undefined): string => (right === undefined ? ' ' : right ? '✓' : '✗');

const told = (value: Row[1]): string =>
  value === null ? '–' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
