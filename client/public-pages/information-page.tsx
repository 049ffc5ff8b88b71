/** «Informations utiles»: the way through a choice, the day itself, the words on the screens, the guide of a mandate's holder. */
import type { VNode } from 'preact';
import { Contact } from '../pages/contact.tsx';
import { GuideDay } from './guide-day.tsx';
import { GuideMandate } from './guide-mandate.tsx';
import { GuideSteps } from './guide-steps.tsx';
import { GuideWords } from './guide-words.tsx';
import { PublicPage } from './public-page.tsx';
import './guide.css';

const PARTS = [
  ['etapes', 'Les quatre étapes'],
  ['jour', 'Le jour du choix'],
  ['phases', 'Les phases'],
  ['statuts', 'Les types de choix'],
  ['mots', 'Les mots des écrans'],
  ['mandataire', 'Guide du mandataire'],
  ['contact', 'Nous joindre'],
] as const;

export const InformationPage = (): VNode => (
  <PublicPage title="Informations utiles">
    <nav class="guide-parts no-print" aria-label="Sommaire">
      <ul>
        {PARTS.map(([id, word]) => (
          <li key={id}>
            <a href={`#${id}`}>{word}</a>
          </li>
        ))}
      </ul>
    </nav>
    <article class="guide">
      <GuideSteps />
      <GuideDay />
      <GuideWords />
      <GuideMandate />
      <section id="contact">
        <h2>Nous joindre</h2>
        <Contact />
      </section>
    </article>
  </PublicPage>
);
