/** What the footer says of accessibility follows from the audit alone. */
import { expect } from 'chai';
import { accessibilityState, accessibilityTitle } from '../../../client/ui/accessibility-state.ts';

describe('the state of accessibility', () => {
  it('is «non conforme» without an audit, whatever was done', () => {
    expect(accessibilityTitle(null)).to.equal('Accessibilité\u00a0: non conforme');
  });

  it('follows the rate of the audit as the decree says', () => {
    const of = (rate: number): string => accessibilityState({ rate, by: 'X' });
    expect([0, 49.99, 50, 99.99, 100].map(of)).to.deep.equal([
      'non conforme',
      'non conforme',
      'partiellement conforme',
      'partiellement conforme',
      'totalement conforme',
    ]);
  });
});
