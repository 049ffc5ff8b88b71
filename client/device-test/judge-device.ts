/** What the browser, its sound, its notifications and the device's habits are worth, and what to do about each. Pure. */
import type { Ms } from '../../machines/ids.ts';
import { duration } from '../ui/format.ts';
import type { Reach } from '../notifications/reach.ts';
import type { NotifierState } from '../room/notifier.ts';
import type { BrowserName } from '../ui/browser-name.ts';
import { attention, bad, good, toDo, underWay } from './check.ts';
import type { Check } from './check.ts';
import type { LineOutcome } from './judge-line.ts';

/** What was found in the browser. */
export interface Features {
  /** HTTPS, or this very computer: without it no account can stay signed in. */
  readonly secure: boolean;
  readonly cookies: boolean;
  /** Refused in some private windows: then nothing is kept on the device. */
  readonly storage: boolean;
  /** What our pages cannot do without. */
  readonly modern: boolean;
  /** Whether the application can be installed and opens without a network. */
  readonly worker: boolean;
  readonly sound: boolean;
  /** A finger's device that can vibrate; null: a computer, which is not expected to. */
  readonly vibration: boolean | null;
  readonly battery: { readonly level: number; readonly charging: boolean } | null;
}

export function judgeBrowser(
  { secure, cookies, storage, modern, worker }: Features,
  { words }: BrowserName,
): Check {
  if (!secure)
    return bad(
      `${words}. Cette adresse n’est pas sécurisée\u00a0: la connexion à un compte n’y tient pas.`,
      'Ouvrez la page à son adresse en https://.',
    );
  if (!modern)
    return bad(
      `${words}. Ce navigateur est trop ancien.`,
      'Mettez-le à jour, ou prenez la dernière version de Firefox, Chrome, Edge ou Safari.',
    );
  if (!cookies)
    return bad(
      `${words}. Les cookies sont bloqués\u00a0: la connexion à un compte n’y tient pas.`,
      'Autorisez les cookies pour ce site dans les réglages du navigateur.',
    );
  if (!storage)
    return attention(
      `${words}. Rien n’est gardé sur cet appareil\u00a0: fenêtre privée ou stockage bloqué.`,
      'Prenez une fenêtre ordinaire\u00a0: vos favoris se liront aussi hors ligne.',
    );
  return good(worker ? `${words}, à jour.` : `${words}, à jour, sans mode hors ligne.`);
}

/** @param heard null: not played yet, or not answered. */
export function judgeSound(available: boolean, heard: boolean | null, { system }: BrowserName): Check {
  if (!available)
    return attention(
      'Ce navigateur ne joue pas de son.',
      'Gardez la page à l’écran\u00a0: tout y est dit aussi.',
    );
  if (heard === null) return toDo('Trois notes montantes, celles de votre tour.');
  if (heard) return good('Entendu.');
  return attention(
    'Pas entendu.',
    'Montez le volume du média, pas celui de la sonnerie.',
    system === 'ios'
      ? 'Sortez du mode silencieux (bouton sur le côté).'
      : 'Vérifiez que l’onglet n’est pas en sourdine.',
    'Débranchez un casque ou une enceinte Bluetooth, puis recommencez.',
  );
}

/** @param felt null: not tried yet, or not answered. */
export function judgeVibration(available: boolean | null, felt: boolean | null): Check {
  if (available === null) return good('Sans objet sur un ordinateur.');
  if (!available) return good('Ce navigateur ne vibre pas\u00a0: le son et l’écran vous préviennent.');
  if (felt === null) return toDo('Celle de votre tour.');
  return felt
    ? good('Sentie.')
    : attention(
        'Pas sentie.',
        'Activez les vibrations dans les réglages de l’appareil, et coupez l’économie d’énergie.',
      );
}

/** `nobody`: nobody is signed in whom push could wake. `failed`: why it is not known, or could not be turned on. */
export type Woken = Reach | 'nobody' | { readonly failed: string };

/** @param woken null: not answered yet. */
export function judgeNotifications(
  state: NotifierState,
  woken: Woken | null,
  { system, family }: BrowserName,
): Check {
  switch (state) {
    case 'on':
      return judgeWoken(woken);
    case 'ask':
      return toDo('Pour savoir que votre tour approche, même hors de cette page.');
    case 'refused':
      return attention('Refusées dans ce navigateur.', ...unblocking(family, system));
    case 'none':
      return system === 'ios'
        ? attention(
            'Sur iPhone et iPad, seule l’application installée en montre.',
            'Dans Safari\u00a0: Partager, puis «\u00a0Sur l’écran d’accueil\u00a0», et ouvrez-la de là.',
          )
        : attention('Ce navigateur n’en montre pas.', 'Gardez la page à l’écran le jour de votre session.');
    default:
      return state satisfies never;
  }
}

function judgeWoken(woken: Woken | null): Check {
  switch (woken) {
    case null:
      return underWay;
    case 'woken':
      return good('Activées\u00a0: cet appareil vous préviendra, même quand le site est fermé.');
    case 'asleep':
      return toDo(
        'Autorisées dans ce navigateur, mais votre compte ne connaît pas encore cet appareil\u00a0: site fermé, rien ne vous préviendrait.',
      );
    case 'noPush':
      return good('Autorisées\u00a0: elles paraîtront tant que la page de la session reste ouverte.');
    case 'nobody':
      return good(
        'Autorisées dans ce navigateur. Connectez-vous pour que cet appareil vous prévienne aussi site fermé.',
      );
    default:
      return attention('Autorisées, mais pas encore actives une fois le site fermé.', woken.failed);
  }
}

/** Where each of the main browsers keeps what was refused. */
function unblocking(family: BrowserName['family'], system: BrowserName['system']): readonly string[] {
  if (system === 'ios')
    return ['Réglages de l’appareil, Notifications, puis cette application\u00a0: autorisez-les.'];
  if (system === 'android')
    return [
      family === 'firefox'
        ? 'Touchez le cadenas devant l’adresse, puis Notifications\u00a0: autorisées.'
        : 'Touchez l’icône devant l’adresse, puis Autorisations, Notifications\u00a0: autorisées.',
      'Réglages de l’appareil, Applications, ce navigateur, Notifications\u00a0: autorisées.',
    ];
  const within = {
    chrome: 'Cliquez sur l’icône devant l’adresse, puis Notifications\u00a0: autoriser.',
    edge: 'Cliquez sur le cadenas devant l’adresse, puis Notifications\u00a0: autoriser.',
    opera: 'Cliquez sur le cadenas devant l’adresse, puis Notifications\u00a0: autoriser.',
    samsung: 'Touchez le cadenas devant l’adresse, puis Notifications\u00a0: autoriser.',
    firefox: 'Cliquez sur le cadenas devant l’adresse, et effacez le blocage des notifications.',
    safari: 'Safari, Réglages, Sites web, Notifications\u00a0: autorisez ce site.',
    other: 'Autorisez les notifications de ce site dans les réglages du navigateur.',
  }[family];
  return [
    within,
    system === 'mac'
      ? 'Réglages du Mac, Notifications\u00a0: autorisez ce navigateur, hors mode Concentration.'
      : 'Réglages de l’ordinateur, Notifications\u00a0: autorisez ce navigateur.',
  ];
}

const LOW_BATTERY = 0.3;

/** No page can read when a screen goes dark: the person says that it is set. */
export function judgeSleep(
  { battery }: Pick<Features, 'battery'>,
  isSet: boolean,
  browser: BrowserName,
): Check {
  if (battery !== null && !battery.charging && battery.level < LOW_BATTERY)
    return attention(
      `Batterie à ${Math.round(battery.level * 100)}\u00a0%, sans chargeur.`,
      'Branchez l’appareil pour votre session.',
      SLEEP_ADVICE[browser.system],
    );
  return isSet ? good('Réglée par vous.') : toDo(SLEEP_ADVICE[browser.system]);
}

const SLEEP_ADVICE: Readonly<Record<BrowserName['system'], string>> = {
  ios: 'Réglages, Luminosité et affichage, Verrouillage automatique\u00a0: 5\u00a0minutes ou jamais. Coupez le mode économie d’énergie.',
  android: 'Réglages, Affichage, Mise en veille\u00a0: 10\u00a0minutes. Coupez l’économiseur de batterie.',
  windows:
    'Paramètres, Système, Alimentation\u00a0: écran et veille à 30\u00a0minutes au moins. Branchez le chargeur.',
  mac: 'Réglages Système, Écran verrouillé\u00a0: 30\u00a0minutes au moins. Branchez le chargeur.',
  linux: 'Paramètres, Énergie\u00a0: pas de mise en veille. Branchez le chargeur.',
  other: 'Dans les réglages de l’appareil, repoussez la mise en veille. Branchez le chargeur.',
};

/** @param hiddenMs how long the page was away; null: not tried yet. @param line how it was found on return. */
export function judgeHidden(hiddenMs: Ms | null, line: LineOutcome | null): Check {
  if (hiddenMs === null || line === null)
    return toDo('Passez dix secondes sur une autre application ou un autre onglet, puis revenez ici.');
  const away = duration(hiddenMs);
  return line.kind === 'open'
    ? good(
        `Après ${away} d’absence, la liaison est revenue en ${Math.max(1, Math.round(line.openMs))}\u00a0ms.`,
      )
    : attention(
        `Après ${away} d’absence, la liaison n’est pas revenue.`,
        'Gardez la page à l’écran pendant votre session.',
        'Coupez l’économie d’énergie ou de données pour ce navigateur.',
      );
}
