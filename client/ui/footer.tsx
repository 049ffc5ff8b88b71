/** The foot of every page: what a public service owes its readers. */
import type { VNode } from 'preact';
import { settings } from '../http/account.ts';
import { accessibilityTitle } from './accessibility-state.ts';

export const Footer = (): VNode => (
  <footer class="page-footer">
    <nav class="page-width" aria-label="Pied de page">
      <ul>
        <li>
          <a href="/accessibilite">{accessibilityTitle(settings.value?.legal.accessibility.audit ?? null)}</a>
        </li>
        <li>
          <a href="/donnees-personnelles">Données personnelles</a>
        </li>
        <li>
          <a href="/mentions-legales">Mentions légales</a>
        </li>
        <li>
          <a href="/attestation">Vérifier une attestation</a>
        </li>
        <li>
          <a href="/aide">Aide et contact</a>
        </li>
      </ul>
    </nav>
  </footer>
);
