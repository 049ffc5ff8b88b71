/** A secret answer as it is compared on the telephone: case, accents and spaces are nobody's secret. */
import { folded } from '../../machines/folded.ts';

export const spokenAnswer = (answer: string): string => folded(answer).replaceAll(/[^\p{L}\p{N}]+/gu, '');
