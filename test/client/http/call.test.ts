/** Every end of a question to the API is an answer: refused, signed out, or a fault with its number. */
import { expect } from 'chai';
import { answerOfProblem, textOf } from '../../../client/http/call.ts';

describe('an answer of the API', () => {
  it('carries the refusal of the rules, whatever its status', () => {
    const refusal = { code: 'RETRY' } as const;
    const answer = answerOfProblem(503, { code: 'RETRY', detail: 'Réessayez.', refusal });
    expect(answer).to.deep.equal({
      kind: 'refused',
      status: 503,
      code: 'RETRY',
      text: 'Réessayez.',
      refusal,
    });
  });

  it('tells a refused sign-in from one that has ended', () => {
    expect(answerOfProblem(401, { code: 'SIGN_IN_REFUSED', detail: 'Non.' }).kind).to.equal('refused');
    expect(answerOfProblem(401, { code: 'NOT_SIGNED_IN', detail: 'Fini.' }).kind).to.equal('signedOut');
  });

  it('shows a fault with its incident number', () => {
    const answer = answerOfProblem(500, { code: 'FAULT', detail: 'Erreur.', incident: '7F3K-21' });
    expect(textOf(answer)).to.equal('Erreur. (incident 7F3K-21)');
  });

  it('takes whatever a proxy says for a fault, in our own words', () => {
    expect(textOf(answerOfProblem(502, '<html>Bad Gateway</html>'))).to.include('Le serveur ne répond pas');
    expect(answerOfProblem(502, null).kind).to.equal('fault');
  });
});
