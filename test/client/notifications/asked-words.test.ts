/** What the bell says of requests and mandates, to whom. */
import { expect } from 'chai';
import {
  mandateAcceptedText,
  mandateEndedText,
  statusAskedText,
  statusDecidedText,
} from '../../../client/notifications/asked-words.ts';
import type { BellEntry } from '../../../client/http/answers.ts';

type About = Parameters<typeof statusAskedText>[0];

describe('the bell’s words', () => {
  const request = (decision: 'approved' | 'refused' | null): About => ({
    request: { status: 'supernumeraryValidating', decision },
    mandate: null,
    erased: false,
    text: decision === 'refused' ? 'Pièce manquante' : null,
  });
  const mandate = (more: Partial<NonNullable<BellEntry['mandate']>>): About => ({
    request: null,
    mandate: { who: 'Sacha', toHolder: false, accepted: true, endedBy: null, ...more },
    erased: false,
    text: null,
  });

  it('say what was asked for and what was answered, a refusal with its reason', () => {
    expect(statusAskedText(request(null))).to.equal(
      'Votre demande est reçue\u00a0: surnombre validant. L’ARS répondra ici et par e-mail.',
    );
    expect(statusDecidedText(request('approved'))).to.equal(
      'Votre demande est acceptée\u00a0: surnombre validant.',
    );
    expect(statusDecidedText(request('refused'))).to.equal(
      'Votre demande est refusée\u00a0: surnombre validant. Motif\u00a0: Pièce manquante',
    );
  });

  it('say that a request was taken back, or went with its semester', () => {
    const gone = { ...request(null), request: null };
    expect(statusAskedText(gone)).to.match(/n’existe plus\.$/);
    expect(statusDecidedText({ ...gone, erased: true })).to.match(/effacée avec le semestre\.$/);
  });

  it('tell the intern and the holder each their side of a mandate', () => {
    expect(mandateAcceptedText(mandate({}))).to.match(/Sacha choisit à votre place\.$/);
    expect(mandateAcceptedText(mandate({ toHolder: true }))).to.match(/^Vous choisissez à la place de Sacha/);
    expect(mandateEndedText(mandate({ endedBy: 'intern' }))).to.match(/^Votre procuration est annulée\./);
    expect(mandateEndedText(mandate({ endedBy: 'intern', toHolder: true }))).to.match(
      /^Sacha a annulé sa procuration/,
    );
    expect(mandateEndedText(mandate({ endedBy: 'mandatary', accepted: false }))).to.match(
      /^Sacha a refusé votre procuration\./,
    );
    expect(mandateEndedText(mandate({ endedBy: 'mandatary' }))).to.match(/^Sacha a renoncé à votre/);
    expect(mandateEndedText(mandate({ endedBy: 'mandatary', toHolder: true }))).to.match(
      /^Vous avez renoncé à la procuration de Sacha\./,
    );
  });

  it('name nobody whose address was erased', () => {
    expect(mandateAcceptedText(mandate({ who: null }))).to.match(/La personne mandatée choisit/);
  });
});
