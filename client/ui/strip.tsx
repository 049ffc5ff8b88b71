/** The strip under the top bar that never scrolls away: is it live, in which state, what time it is for the server. */
import type { ComponentChildren, VNode } from 'preact';
import { clockTime } from '../../machines/french-time.ts';
import type { Ms } from '../../machines/ids.ts';
import { Icon } from './icon/icon.tsx';
import './strip.css';

/** What the screen knows of its connection. */
export type LinkShown =
  | { readonly kind: 'live' }
  | { readonly kind: 'connecting' }
  /** `retryInS` counts down to the next try. */
  | { readonly kind: 'lost'; readonly retryInS: number | null }
  /** It will not come back by itself: what to do stands below. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'catchingUp'; readonly done: number; readonly of: number };

interface StripProps {
  readonly link: LinkShown;
  /** The server's clock, null while unknown. */
  readonly now: Ms | null;
  /** State tag, titles, counts. */
  readonly children?: ComponentChildren;
  /** Beside the clock. */
  readonly aside?: ComponentChildren;
  /** A second row. */
  readonly below?: ComponentChildren;
}

export function Strip({ link, now, children, aside, below }: StripProps): VNode {
  const dark = link.kind !== 'live' && link.kind !== 'connecting';
  return (
    <section class={dark ? 'strip strip-dark on-dark' : 'strip'} aria-label="État de la session">
      <div class="strip-inner">
        <div class="strip-row">
          <Link link={link} />
          {dark ? null : children}
          <span class="strip-end">
            {aside}
            {now === null || dark ? null : (
              <span class="strip-clock digits">
                <Icon name="clock" />
                <span class="hidden-text">Heure de Paris : </span>
                {clockTime(now)}
              </span>
            )}
            {link.kind === 'lost' && link.retryInS !== null ? (
              <span class="digits">essai dans {link.retryInS} s</span>
            ) : null}
          </span>
        </div>
        {below}
      </div>
    </section>
  );
}

function Link({ link }: { readonly link: LinkShown }): VNode {
  switch (link.kind) {
    case 'live':
      return (
        <span class="strip-live">
          <Icon name="plug" /> En direct
        </span>
      );
    case 'connecting':
      return (
        <span class="strip-link">
          <Icon name="refresh" /> Connexion…
        </span>
      );
    case 'lost':
      return (
        <span class="strip-link">
          <Icon name="plugOff" /> Connexion perdue
        </span>
      );
    case 'stopped':
      return (
        <span class="strip-link">
          <Icon name="plugOff" /> Suivi arrêté
        </span>
      );
    case 'catchingUp':
      return (
        <span class="strip-link strip-catching">
          <Icon name="refresh" /> Rattrapage
          <progress max={link.of} value={link.done} aria-label="Rattrapage" />
          <span class="digits">
            {link.done} sur {link.of}
          </span>
        </span>
      );
    default:
      return link satisfies never;
  }
}
