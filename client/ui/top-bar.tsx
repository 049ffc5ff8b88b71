/** The bar at the top: the name, where one can go, who is signed in. On a phone all of it is behind one button. */
import type { ComponentChildren, TargetedKeyboardEvent, VNode } from 'preact';
import { useLocation } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';
import { me, settings } from '../http/account.ts';
import { TopBell } from '../notifications/top-bell.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Icon } from './icon/icon.tsx';
import { destinations, furtherDestinations, inBar, leadsTo } from './navigation.ts';
import type { Destination } from './navigation.ts';
import './top-bar.css';
import './top-bar-more.css';

interface TopBarProps {
  readonly subtitle: string | undefined;
  readonly phoneSubtitle: string | undefined;
  /** A room's own; else that of the account in use. */
  readonly bell?: ComponentChildren;
}

export function TopBar({ subtitle, phoneSubtitle, bell }: TopBarProps): VNode {
  const { path } = useLocation();
  const bar = useRef<HTMLElement>(null);
  const places = destinations(me.value);
  const further = furtherDestinations(me.value, settings.value?.development === true);
  const seen = inBar(places);
  const behind = [...places.filter(place => !seen.includes(place)), ...further.map(inMenu)];
  const region = settings.value?.region ?? '';
  useEffect(() => closeMenus(bar.current), [path]);
  useEffect(() => {
    const elsewhere = (event: PointerEvent): void => {
      if (event.target instanceof Node && bar.current?.contains(event.target) !== true)
        closeMenus(bar.current);
    };
    document.addEventListener('pointerdown', elsewhere);
    return () => document.removeEventListener('pointerdown', elsewhere);
  }, []);
  return (
    <header class="top-bar on-dark" ref={bar} onKeyDown={closeByEscape}>
      <div class="top-bar-inner">
        <a class="top-bar-name" href="/">
          <Logo />
          <span>
            <b>Choix de stage</b>
            <span class={phoneSubtitle === undefined ? 'top-bar-subtitle' : 'top-bar-subtitle top-bar-wide'}>
              {subtitle ?? (region === '' ? 'Internes' : `Internes · ${region}`)}
            </span>
            {phoneSubtitle === undefined ? null : (
              <span class="top-bar-subtitle top-bar-narrow">{phoneSubtitle}</span>
            )}
          </span>
        </a>
        <nav class="top-bar-wide" aria-label="Principal">
          <Places places={seen} path={path} />
          <details class="top-bar-more">
            <summary>
              Informations utiles <Icon name="chevronDown" />
            </summary>
            <Places places={behind} path={path} />
          </details>
        </nav>
        {bell ?? <TopBell />}
        <div class="top-bar-wide">
          <AccountMenu />
        </div>
        <details class="top-bar-phone">
          <summary>
            <Icon name="menu" />
            <span class="hidden-text">Menu</span>
          </summary>
          <nav aria-label="Menu">
            <Places places={places} path={path} />
            <Places places={further} path={path} />
            <AccountMenu flat />
          </nav>
        </details>
      </div>
    </header>
  );
}

/** In the menu of the same name, the page that tells how it all goes. */
const inMenu = (place: Destination): Destination =>
  place.href === '/informations' ? { ...place, word: 'Guide de l’interne' } : place;

const OPEN_MENUS = '.top-bar-more[open], .top-bar-phone[open]';

function closeMenus(bar: HTMLElement | null): void {
  for (const menu of bar?.querySelectorAll(OPEN_MENUS) ?? []) menu.removeAttribute('open');
}

/** Échap closes the menu one is in, and the focus goes back to its button. */
function closeByEscape(event: TargetedKeyboardEvent<HTMLElement>): void {
  const menu = event.target instanceof Element ? event.target.closest(OPEN_MENUS) : null;
  if (event.key !== 'Escape' || menu === null) return;
  menu.removeAttribute('open');
  menu.querySelector('summary')?.focus();
}

const Places = ({
  places,
  path,
}: {
  readonly places: readonly Destination[];
  readonly path: string;
}): VNode => (
  <ul class="top-bar-places">
    {places.map(place => (
      <li key={place.href}>
        <a href={place.href} {...(leadsTo(place, path) ? { 'aria-current': 'page' } : {})}>
          {place.word}
        </a>
      </li>
    ))}
  </ul>
);

/** Rows of seats around whoever speaks. */
const Logo = (): VNode => (
  <svg class="top-bar-logo" viewBox="0 0 32 24" aria-hidden="true" fill="none" stroke="currentColor">
    <g stroke-width="2.6" stroke-linecap="round">
      <path d="M3 17a13 13 0 0 1 4-9.4M10.5 5a13 13 0 0 1 11 0M25 7.6a13 13 0 0 1 4 9.4" />
      <path d="M9.5 18a6.5 6.5 0 0 1 3-5M19.5 13a6.5 6.5 0 0 1 3 5" />
    </g>
    <circle cx="16" cy="19" r="2.2" fill="currentColor" stroke="none" />
  </svg>
);
