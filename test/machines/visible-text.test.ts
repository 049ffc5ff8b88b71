/** What is seen of a text that somebody wrote. */
import { expect } from 'chai';
import { visibleText } from '../../machines/visible-text.ts';

describe('a reason or a message as it is read', () => {
  for (const nothing of [
    '',
    ' \t\n',
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\u2060\u200d',
    '\u00a0\u202f',
    '\u0007',
    '\u3164',
    '\u2800',
    '\ufe0f',
  ])
    it(`[M17] is nothing where nothing is seen of it: ${JSON.stringify(nothing)}`, () => {
      expect(visibleText(nothing)).to.equal('');
    });

  it('[M17] is kept whole between its spaces, what joins its characters too', () => {
    expect(visibleText(' Réseau de l’hôpital ')).to.equal('Réseau de l’hôpital');
    expect(visibleText('👩\u200d⚕️')).to.equal('👩\u200d⚕️');
  });
});
