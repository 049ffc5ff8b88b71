/** The frame of every page: top bar, the strip that stays, the content, the footer; and the document's title. */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { unreachable } from '../http/account.ts';
import { Alert } from './alert.tsx';
import { Footer } from './footer.tsx';
import { SeenStrip } from './seen-strip.tsx';
import { TopBar } from './top-bar.tsx';
import './page.css';

interface PageProps {
  /** Of the document: changed at the moments that count only. */
  readonly title: string;
  /** Under the name in the top bar: «Internes · Île-de-France» where it is left out. */
  readonly subtitle?: string;
  /** In its place on a phone, where the strip has no room for it. */
  readonly phoneSubtitle?: string | undefined;
  /** `Strip` and what stays with it. */
  readonly strip?: ComponentChildren;
  /** In place of the top bar: the green band at one's turn. */
  readonly band?: ComponentChildren;
  /** At the right of the top bar: a room's bell. */
  readonly bell?: ComponentChildren;
  /** White ground behind the first lines, as on the home page. */
  readonly hero?: ComponentChildren;
  /** A column that one reads and fills in, on a wide screen too. */
  readonly narrow?: boolean;
  /** Where the skip link leads to. */
  readonly skipTo?: { readonly id: string; readonly word: string };
  readonly children: ComponentChildren;
}

const CONTENT = { id: 'contenu', word: 'Aller au contenu' };

export function Page({
  title,
  subtitle,
  phoneSubtitle,
  strip,
  band,
  bell,
  hero,
  narrow = false,
  skipTo = CONTENT,
  children,
}: PageProps): VNode {
  useEffect(() => {
    document.title = `${title} – Choix de stage`;
  }, [title]);
  return (
    <div class="page">
      <a class="page-skip" href={`#${skipTo.id}`}>
        {skipTo.word}
      </a>
      <SeenStrip />
      {band ?? <TopBar subtitle={subtitle} phoneSubtitle={phoneSubtitle} bell={bell} />}
      {strip}
      <main id="contenu" tabIndex={-1}>
        {window.isSecureContext ? null : <Insecure />}
        {hero === undefined ? null : (
          <div class="page-hero">
            <div class="page-width">{hero}</div>
          </div>
        )}
        <div class={`page-width page-content${narrow ? ' page-narrow' : ''}`}>
          {unreachable.value ? <Unreachable /> : null}
          {children}
        </div>
      </main>
      <Footer />
    </div>
  );
}

/** Without HTTPS (or localhost) a browser keeps no `__Host-` cookie: signing in would do nothing, silently. */
const Insecure = (): VNode => (
  <p class="page-insecure" role="note">
    Cette adresse n’est pas sécurisée : la connexion à un compte n’y fonctionne pas. Ouvrez la page en
    <b> https://</b>, ou sur cet ordinateur à l’adresse <b>http://localhost</b>.
  </p>
);

/** The first question of the page has no answer: it is asked again by itself. */
const Unreachable = (): VNode => (
  <Alert kind="lost" title="Le serveur ne répond pas">
    <p>Vérifiez votre connexion. Nouvel essai automatique.</p>
  </Alert>
);
