/** What became of an act that was not answered in time: asked after until it is known. */
import { expect } from 'chai';
import { conflictOf } from '../../../client/desk/conflict.ts';
import type { ChangeAnswer } from '../../../client/desk/conflict.ts';
import { learned } from '../../../client/desk/learned.ts';
import { namesOf } from '../../../client/desk/names.ts';
import type { Answer } from '../../../client/http/call.ts';
import { DIRECTORY, person, POST } from './fixtures.ts';

const PENDING: Answer<ChangeAnswer> = {
  kind: 'ok',
  value: { answer: 'pending', detail: 'À son tour.', request: 7 },
};
const DONE: Answer<ChangeAnswer> = { kind: 'ok', value: { answer: 'done' } };
const FAULT: Answer<ChangeAnswer> = { kind: 'fault', text: 'Le serveur ne répond pas.', incident: null };
const REFUSED: Answer<ChangeAnswer> = {
  kind: 'refused',
  status: 409,
  code: 'NOT_FREE',
  text: 'Déjà pris.',
  refusal: { code: 'NOT_FREE' },
};

/** Answers one after the other; the page is left where there are no more. */
async function hear(...answers: readonly Answer<ChangeAnswer>[]) {
  const leaving = new AbortController();
  const asked: string[] = [];
  const left = [...answers];
  const answer = await learned(7, leaving.signal, {
    ask: path => {
      asked.push(path);
      return Promise.resolve(left.shift() ?? PENDING);
    },
    wait: () => {
      if (left.length === 0) leaving.abort();
      return Promise.resolve();
    },
  });
  return { answer, asked };
}

describe('an act that was not answered in time', () => {
  it('is asked after by its number until the session has answered', async () => {
    const { answer, asked } = await hear(PENDING, PENDING, DONE);
    expect(answer).to.equal(DONE);
    expect(asked).to.deep.equal(Array.from({ length: 3 }, () => '/desk/requests/7'));
  });

  it('is asked after again where the server was away, and ends with a refusal', async () => {
    expect((await hear(FAULT, REFUSED)).answer).to.equal(REFUSED);
  });

  it('is forgotten with the page', async () => {
    expect((await hear(PENDING)).answer).to.equal(null);
  });

  it('is shown as awaited, not as refused', () => {
    const command = { type: 'correct', person: person(2), from: POST, to: null, reason: 'x' } as const;
    const waits = { kind: 'waits', text: 'À son tour.', request: 7 } as const;
    expect(conflictOf(command, waits, 4, [], namesOf(DIRECTORY))).to.deep.include({
      kind: 'waits',
      title: 'Réponse attendue\u00a0: retirer le choix d’Élodie Courtin',
      text: 'À son tour.',
    });
  });
});
