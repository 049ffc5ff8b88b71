/** Which row of a call list an address leads to. */
import { expect } from 'chai';
import { orderMeant, rowId } from '../../../client/pages/led-to.ts';

const ORDERS = [1, 12, 57.5, 57.25, 141];
const meant = (hash: string) => orderMeant(hash, ORDERS, order => order);

describe('the address of a call list', () => {
  it('leads to the row of its call order, of somebody added between two as well', () => {
    for (const order of ORDERS) expect(meant(`#${rowId(order)}`)).to.equal(order);
    expect(rowId(57.5)).to.equal('n57-bis');
  });

  it('leads to the same row where a browser has written the comma its own way', () => {
    expect(meant('#n57%2C25')).to.equal(57.25);
  });

  it('leads nowhere for a number that is not in the list, or a word of the page', () => {
    for (const hash of ['', '#', '#n', '#n2', '#contenu', '#n14', '#n%'])
      expect(meant(hash), hash).to.equal(null);
  });
});
