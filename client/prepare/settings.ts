/** The settings of an amphitheatre's sessions in words, and what was typed into their form. Limits are the machines'. Pure. */
import { SETTING_LIMITS } from '../../machines/session/settings-limits.ts';
import type { SettingsBody, SettingsChange } from '../../api/desk-bodies.ts';
import type { AmphitheatreSettings } from '../http/answers.ts';
import { duration } from '../ui/format.ts';

export type NumberSetting = keyof typeof SETTING_LIMITS;

/** In the order of the form. */
export const NUMBERS = [
  'turnSeconds',
  'windowSeconds',
  'absenteesGraceSeconds',
  'returnsAllowed',
  'pauseAfterAbsences',
  'supernumeraryCap',
] as const satisfies readonly NumberSetting[];

export const SETTING_WORDS: Readonly<Record<NumberSetting, readonly [label: string, hint: string]>> = {
  turnSeconds: ['Durée d’un tour, en secondes', 'La même pour tous.'],
  windowSeconds: ['Connexion attendue à l’appel, en secondes', 'Au-delà, l’absence est notée.'],
  absenteesGraceSeconds: [
    'Délai de retour des absences en fin de session, en secondes',
    'La session suivante, si elle commence avant, y met fin.',
  ],
  returnsAllowed: ['Retours possibles par soi-même', 'Au-delà, seule l’ARS rappelle.'],
  pauseAfterAbsences: ['Absences de suite qui mettent en pause', '0\u00a0: jamais.'],
  supernumeraryCap: ['Surnombres par service, au plus', 'Vide\u00a0: pas de limite.'],
};

export type Typed = Readonly<Record<NumberSetting, string>> & { readonly scheduledStart: boolean };

export const typedOf = (settings: SettingsBody): Typed => ({
  turnSeconds: String(settings.turnSeconds),
  windowSeconds: String(settings.windowSeconds),
  absenteesGraceSeconds: String(settings.absenteesGraceSeconds),
  returnsAllowed: String(settings.returnsAllowed),
  pauseAfterAbsences: String(settings.pauseAfterAbsences),
  supernumeraryCap: settings.supernumeraryCap === null ? '' : String(settings.supernumeraryCap),
  scheduledStart: settings.scheduledStart,
});

/** Null where it can be taken; else what to type. */
export function faultOf(setting: NumberSetting, text: string): string | null {
  const { min, max } = SETTING_LIMITS[setting];
  const value = Number(text);
  if (text.trim() === '') return setting === 'supernumeraryCap' ? null : `Un nombre, de ${min} à ${max}.`;
  return Number.isInteger(value) && value >= min && value <= max
    ? null
    : `Un nombre entier, de ${min} à ${max}.`;
}

/** What a change is decided on: values, and the sessions they are for. */
export const seenOf = ({ sessions, ...values }: AmphitheatreSettings): SettingsChange['on'] => ({
  ...values,
  sessions: sessions.flatMap(({ session, started }) => (started ? [] : [session])),
});

/** Which settings are others in one than in the other. */
export const changedBetween = (before: SettingsBody, now: SettingsBody): readonly (keyof Typed)[] =>
  [...NUMBERS, 'scheduledStart' as const].filter(setting => before[setting] !== now[setting]);

/** What stands in the form once others have changed beneath it: what was typed stays, what was left alone follows. */
export function typedAfter(typed: Typed, before: SettingsBody, now: SettingsBody): Typed {
  const [was, is] = [typedOf(before), typedOf(now)];
  const kept = [...NUMBERS, 'scheduledStart' as const].filter(setting => typed[setting] !== was[setting]);
  return { ...is, ...Object.fromEntries(kept.map(setting => [setting, typed[setting]])) };
}

/** Beside a setting that another hand has changed: what it is now, and what becomes of it. */
export function nowText(setting: keyof Typed, typed: Typed, now: SettingsBody): string {
  const is = typedOf(now)[setting];
  const shown = typeof is === 'boolean' ? (is ? 'oui' : 'non') : is === '' ? 'vide' : is;
  return `Changé entre-temps\u00a0: ${shown} maintenant.${typed[setting] === is ? '' : ' Votre saisie le remplacera.'}`;
}

/** Null where something typed cannot be taken. */
export function settingsTyped(typed: Typed): SettingsBody | null {
  if (NUMBERS.some(setting => faultOf(setting, typed[setting]) !== null)) return null;
  const cap = typed.supernumeraryCap.trim();
  return {
    turnSeconds: Number(typed.turnSeconds),
    windowSeconds: Number(typed.windowSeconds),
    absenteesGraceSeconds: Number(typed.absenteesGraceSeconds),
    returnsAllowed: Number(typed.returnsAllowed),
    pauseAfterAbsences: Number(typed.pauseAfterAbsences),
    supernumeraryCap: cap === '' ? null : Number(cap),
    scheduledStart: typed.scheduledStart,
  };
}

export function settingRows(settings: SettingsBody): readonly (readonly [string, string])[] {
  const { returnsAllowed, pauseAfterAbsences, supernumeraryCap, scheduledStart } = settings;
  return [
    ['Durée d’un tour', duration(settings.turnSeconds * 1_000)],
    ['Connexion attendue', duration(settings.windowSeconds * 1_000)],
    ['Retour des absences en fin de session', duration(settings.absenteesGraceSeconds * 1_000)],
    ['Retours par soi-même', String(returnsAllowed)],
    [
      'Pause automatique',
      pauseAfterAbsences === 0 ? 'jamais' : `après ${pauseAfterAbsences}\u00a0absences de suite`,
    ],
    ['Surnombres par service', supernumeraryCap === null ? 'pas de limite' : `${supernumeraryCap} au plus`],
    ['Démarrage', scheduledStart ? 'à l’heure, si l’ARS est dans la salle' : 'à la main'],
  ];
}

/** Which sessions a change is for, or that there is none left. */
export function settingsScope({ sessions }: Pick<AmphitheatreSettings, 'sessions'>): string {
  const open = sessions.filter(({ started }) => !started).map(({ number }) => number);
  if (sessions.length === 0) return 'Valent pour toutes les sessions à venir.';
  if (open.length === 0) return 'Fixés\u00a0: toutes les sessions ont commencé.';
  if (open.length === sessions.length) return 'Valent pour toutes les sessions, jusqu’à leur démarrage.';
  return `Modifiables pour ${open.length === 1 ? 'la session' : 'les sessions'} ${andList(open)}, qui ${open.length === 1 ? 'n’a' : 'n’ont'} pas commencé.`;
}

/** «2», «2 et 3», «2, 3 et 4». */
const andList = (numbers: readonly number[]): string =>
  [...numbers.slice(0, -2), numbers.slice(-2).join(' et ')].join(', ');

export const settingsFixed = ({ sessions }: Pick<AmphitheatreSettings, 'sessions'>): boolean =>
  sessions.length > 0 && sessions.every(({ started }) => started);
