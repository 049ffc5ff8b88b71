/** «À affecter»: who is shown, why they have no post, what may be done. */
import { expect } from 'chai';
import { leftActs, leftFound, leftShown, leftSummary, whyText } from '../../../client/left/left.ts';
import type { Left, LeftPerson, LeftState } from '../../../client/http/answers.ts';
import type { PersonId, SessionId } from '../../../machines/ids.ts';

const person = (order: number, state: LeftState): LeftPerson => ({
  person: `p${order}` as PersonId,
  name: `Nom${order}`,
  firstName: 'Camille',
  callOrder: order,
  specialty: 'Urologie',
  status: 'classic',
  session: 1 as SessionId,
  sessionNumber: 1,
  state,
});
const ABSENT = { kind: 'absent', cause: 'timeRanOut' } as const;
const left = (settling: boolean, people: readonly LeftPerson[], toSettle = people.length): Left => ({
  settling,
  toSettle,
  people,
});
const orders = (people: readonly LeftPerson[]): readonly number[] => people.map(({ callOrder }) => callOrder);

describe('those left without a post', () => {
  it('are all shown once the last session is closed, the settled ones last', () => {
    const people = [person(1, { kind: 'withoutPost' }), person(2, ABSENT), person(3, { kind: 'waiting' })];
    expect(orders(leftShown(left(true, people, 2)))).to.deep.equal([2, 3, 1]);
  });

  it('are found by name, specialty, why, or by the number itself, accents and case forgiven', () => {
    const people = [person(1, ABSENT), person(12, { kind: 'passed' }), person(21, { kind: 'waiting' })];
    const found = (words: string) => orders(leftFound(people, words));
    expect(found('')).to.deep.equal([1, 12, 21]);
    expect(found('12')).to.deep.equal([12]);
    expect(found('1')).to.deep.equal([1, 12, 21]); // the number of one, part of the others' names
    expect(found('NOM21 camille')).to.deep.equal([21]);
    expect(found('ecoule')).to.deep.equal([1]);
    expect(found('urologie tour passé')).to.deep.equal([12]);
    expect(found('personne')).to.deep.equal([]);
  });

  it('before that are those whom nobody calls any more, not those who still wait', () => {
    const people = [
      person(1, { kind: 'waiting' }),
      person(2, ABSENT),
      person(3, { kind: 'returned' }),
      person(4, { kind: 'excused', reason: 'Congé' }),
      person(5, { kind: 'passed' }),
    ];
    expect(orders(leftShown(left(false, people)))).to.deep.equal([2, 4, 5]);
    expect(leftSummary(left(false, people)).title).to.equal(
      'Pas encore\u00a0: la dernière session n’est pas close',
    );
    expect(leftSummary(left(false, people)).text).to.include('2\u00a0internes passeront');
  });

  it('have their acts only then, and «sans poste» only while it is not settled', () => {
    expect(leftActs({ settling: false }, person(1, ABSENT))).to.deep.equal([]);
    expect(leftActs({ settling: true }, person(1, ABSENT))).to.deep.equal(['assign', 'leaveWithoutPost']);
    expect(leftActs({ settling: true }, person(1, { kind: 'withoutPost' }))).to.deep.equal(['assign']);
  });

  it('are counted above the list, and it says when nothing is left to do', () => {
    expect(leftSummary(left(true, [person(1, ABSENT)])).title).to.equal('1\u00a0interne à affecter');
    expect(leftSummary(left(true, [person(1, { kind: 'withoutPost' })], 0)).title).to.equal(
      'Tout est décidé',
    );
    expect(leftSummary(left(true, [])).title).to.equal('Tout le monde a un poste');
  });

  it('each say why, a planned absence with its private reason where it is not purged', () => {
    const why = (state: LeftState): string => whyText(state)[1];
    expect(why(ABSENT)).to.equal('Absence, temps écoulé');
    expect(why({ kind: 'excused', reason: 'Congé maternité' })).to.equal(
      'Absence prévue, «\u00a0Congé maternité\u00a0»',
    );
    expect(why({ kind: 'excused', reason: '' })).to.equal('Absence prévue');
    expect(why({ kind: 'passed' })).to.equal('Tour passé, aucun poste possible');
    expect(why({ kind: 'waiting' })).to.equal('En attente, jamais à l’appel');
  });
});
