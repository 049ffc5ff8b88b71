/** One who reads the offer, and a post that is filled meanwhile. */
import type { OfferReader } from '../../../client/offer/offer.ts';
import type { PublicFact } from '../../../machines/session/public-facts.ts';
import { line, post, specialty } from '../stage.ts';

export const reader: OfferReader = {
  status: 'classic',
  specialty: specialty(1),
  closedLines: [],
  cappedServices: [],
};
export const filled = (n: number, ofLine: number): PublicFact => ({
  kind: 'seat',
  post: post(n),
  line: line(ofLine),
  filled: true,
});
