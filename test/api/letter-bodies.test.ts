/** What every letter looks like, in both bodies: the link first where it is for its link, the agency at the end, nothing fetched. */
import { expect } from 'chai';
import { renderLetter } from '../../api/worker/letters/letter.tsx';
import type { Letter } from '../../api/worker/letters/letter.tsx';

describe('a letter', () => {
  const agency = { name: 'ARS', phone: '01 99 00 00 00', email: 'choix@ars.example', hours: 'de 9 h à 18 h' };
  const letter: Letter = {
    subject: 'Sujet',
    greeting: 'Bonjour,',
    paragraphs: [
      'Ouvrez le lien.',
      'Ou cette page (https://choix.example/aide), puis https://choix.example/b.',
    ],
    particulars: [['Compte', 'a@exemple.fr']],
    link: { label: 'Ouvrir', href: 'https://choix.example/inscription#jeton' },
  };
  const bodies = (more: Partial<Letter> = {}): readonly string[] => {
    const { text, html } = renderLetter({ ...letter, ...more }, agency);
    return [text, html.slice(html.indexOf('<body'))];
  };
  const isInOrder = (body: string, words: readonly string[]): void => {
    const places = words.map(word => body.indexOf(word));
    expect(places).to.not.include(-1);
    expect(places).to.deep.equal(places.toSorted((a, b) => a - b));
  };

  it('that is for its link has it under the first sentence', () => {
    for (const body of bodies({ linkFirst: true }))
      isInOrder(body, [
        'Ouvrez le lien.',
        'inscription#jeton',
        'Ou cette page',
        'a@exemple.fr',
        '01 99 00 00 00',
      ]);
  });

  it('that states something says it before its link', () => {
    for (const body of bodies())
      isInOrder(body, [
        'Ouvrez le lien.',
        'a@exemple.fr',
        'inscription#jeton',
        'Ou cette page',
        '01 99 00 00 00',
      ]);
  });

  it('makes links of the addresses in its sentences, without what ends the sentence, and of the telephone', () => {
    const [, html] = bodies();
    expect(html).to.match(/<a href="https:\/\/choix\.example\/aide"[^>]*>[^<]*<\/a>\), puis/);
    expect(html).to.match(/<a href="https:\/\/choix\.example\/b"[^>]*>[^<]*<\/a>\.<\/p>/);
    expect(html).to.match(/<a href="tel:0199000000"/);
  });

  it('fetches nothing: opening it tells nobody that it was read', () => {
    for (const body of bodies({ linkFirst: true }))
      expect(body).to.not.match(/<(img|link|style|script)|src=|url\(/i);
  });
});
