/** The lawful state of accessibility (RGAA 4.1, decree 2019-768): by the last audit's rate; without an audit «non conforme». Pure. */
import type { Settings } from '../http/answers.ts';

type Audit = Settings['legal']['accessibility']['audit'];

const PARTLY_FROM = 50; // per cent of the criteria that apply

export function accessibilityState(audit: Audit): string {
  if (audit === null || audit.rate < PARTLY_FROM) return 'non conforme';
  return audit.rate === 100 ? 'totalement conforme' : 'partiellement conforme';
}

/** «Accessibilité : non conforme», as the footer of every page has to say it. */
export const accessibilityTitle = (audit: Audit): string =>
  `Accessibilité\u00a0: ${accessibilityState(audit)}`;
