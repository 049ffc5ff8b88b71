/** A process of its own for `guessing.ts`: loading the dictionaries takes 200 ms, judging one password up to as long. */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as known } from '@zxcvbn-ts/language-common';
import { dictionary as french } from '@zxcvbn-ts/language-fr';
import type { Judged, ToJudge } from './guessing.ts';

const zxcvbn = new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary: { ...known, ...french } });

process.on('message', ({ id, parts, own }: ToJudge) => {
  const judged: Judged = { id, scores: parts.map(part => zxcvbn.check(part, [...own]).score) };
  process.send?.(judged);
});
process.once('disconnect', () => process.exit()); // the house is gone
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined); // the house says when
