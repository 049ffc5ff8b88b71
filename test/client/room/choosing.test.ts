/** One press of «Choisir», from the summary window to the answer, whatever the turn does meanwhile. */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { choosingLife } from '../../../client/room/choosing.ts';
import { outcomeText, outcomeTitle, spokenOutcome } from '../../../client/room/outcome-text.ts';
import type { CommandAnswer } from '../../../client/live/pending-commands.ts';
import type { WireCommand } from '../../../machines/wire/frames.ts';
import { post, SESSION } from '../stage.ts';

function waiting() {
  const sent: WireCommand[] = [];
  let answer: (answer: CommandAnswer) => void = () => undefined;
  const life = choosingLife({
    command(_session, body) {
      sent.push(body);
      return new Promise(resolve => (answer = resolve));
    },
  });
  return { life, sent, answer: (given: CommandAnswer) => answer(given) };
}

describe('choosing', () => {
  it('sends the post and the turn it was decided on, once however often one presses', async () => {
    const { life, sent, answer } = waiting();
    life.ask(post(2), 5);
    const confirmed = life.confirm(SESSION);
    void life.confirm(SESSION);
    life.ask(post(3), 5);
    expect(sent).to.deep.equal([{ type: 'choose', post: post(2), turn: 5 }]);
    expect(life.choosing.value).to.include({ kind: 'sent', post: post(2) });
    answer({ kind: 'accepted', seq: 9 });
    await confirmed;
    expect([life.choosing.value.kind, life.outcome.value]).to.deep.equal(['none', null]);
  });

  it('closes unsent when the turn is over, and stays until the answer once sent', () => {
    const unsent = waiting().life;
    unsent.ask(post(2), 5);
    unsent.turnIs(5);
    expect(unsent.choosing.value.kind).to.equal('asked');
    unsent.turnIs(null);
    expect(unsent.choosing.value.kind).to.equal('none');
    const { life } = waiting();
    life.ask(post(2), 5);
    void life.confirm(SESSION);
    life.turnIs(null);
    life.cancel();
    expect(life.choosing.value.kind).to.equal('sent');
  });

  it('keeps the refusal to be read, with what it means for the time left', async () => {
    const { life, answer } = waiting();
    life.ask(post(2), 5);
    const confirmed = life.confirm(SESSION);
    answer({ kind: 'refused', refusal: { code: 'FILLED' } });
    await confirmed;
    const outcome = life.outcome.value;
    expect(outcome && outcomeText(outcome, {}, true)).to.equal(
      'Pourvu. Rien n’est enregistré. Votre temps continue.',
    );
    life.ask(post(3), 5);
    expect(life.outcome.value).to.equal(null);
  });

  it('[O12] is no refusal where an earlier press of the same post has been recorded after all', async () => {
    const { life, answer } = waiting();
    life.ask(post(2), 5);
    const pressed = life.confirm(SESSION);
    answer({ kind: 'refused', refusal: { code: 'RETRY' } });
    await pressed;
    life.ask(post(2), 5);
    const again = life.confirm(SESSION);
    answer({ kind: 'refused', refusal: { code: 'ALREADY_CHOSEN', post: post(2), at: 0 } });
    await again;
    expect([life.choosing.value.kind, life.outcome.value]).to.deep.equal(['none', null]);
  });

  it('[O12] names the recorded choice, and calls nothing refused, where the earlier press was another post', () => {
    const refusal = { code: 'ALREADY_CHOSEN', post: post(1), at: 0 } as const;
    const outcome = { kind: 'refused', post: post(2), refusal } as const;
    expect(outcomeTitle(outcome)).to.equal('Un choix est déjà enregistré');
    const text = outcomeText(outcome, {}, true);
    expect(spokenOutcome(outcome, text)).to.equal(text);
    for (const word of ['refusé', 'Rien', 'temps continue']) expect(text).to.not.contain(word);
  });

  it('does not say that nothing is recorded where a choice already is', () => {
    const outcome = {
      kind: 'refused',
      post: post(2),
      refusal: { code: 'ALREADY_CHOSEN', post: post(1), at: 0 },
    } as const;
    expect(outcomeText(outcome, {}, false)).to.not.contain('Rien n’est enregistré');
  });

  it('claims nothing of what is recorded where the record did not answer in time', () => {
    const outcome = { kind: 'refused', post: post(1), refusal: { code: 'RETRY' } } as const;
    expect(outcomeTitle(outcome)).to.equal('Enregistrement impossible pour l’instant');
    expect(outcomeText(outcome, {}, true)).to.not.contain('Rien n’est enregistré');
  });
});
