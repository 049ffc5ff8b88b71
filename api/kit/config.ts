/** Reads the environment once per entry file and reports every problem at once; the result is passed on as an argument. */
import {
  DEVELOPMENT_PUSH,
  parsePrivateKey,
  parsePublicKey,
  parsePushHosts,
  USUAL_PUSH_HOSTS,
} from './push-settings.ts';
import { KEPT_DAYS_EXPECTED, parseKeptDays, USUAL_KEPT_DAYS } from './kept-days.ts';
import type { KeptDays } from './kept-days.ts';
import { readLegalNotices } from './legal-notices.ts';
import type { LegalNotices } from './legal-notices.ts';
import type { PushSettings } from './push-settings.ts';
import { SETTINGS } from './settings.ts';
import type { SettingName } from './settings.ts';
import {
  parseReasons,
  USUAL_ABSENCE_REASONS,
  USUAL_CALL_BACK_REASONS,
  USUAL_CLOSE_REASONS,
  USUAL_PAUSE_REASONS,
} from './usual-reasons.ts';
import type { UsualReasons } from './usual-reasons.ts';

export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly socketPort: number;
  /** Null: the embedded one. */
  readonly databaseUrl: string | null;
  /** Null: the local bus, one machine. */
  readonly redisUrl: string | null;
  /** Null: the development mailbox. */
  readonly smtpUrl: string | null;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly socketUrl: string;
  /** Origins whose pages may act: sockets at the upgrade, unsafe HTTP methods. */
  readonly origins: readonly string[];
  readonly tokenSecret: string;
  readonly dataFolder: string;
  readonly logLevel: LogLevel;
  readonly mailFrom: string;
  readonly mailPerMinute: number;
  readonly agency: Agency;
  readonly region: string;
  readonly usualReasons: UsualReasons;
  /** Off: the address of the service worker answers with one that takes itself away. */
  readonly serviceWorker: 'on' | 'off';
  /** Null: no keys, nobody is woken by push. */
  readonly push: PushSettings | null;
  readonly pushHosts: readonly string[];
  readonly trustedProxyHeader: string | null;
  readonly keptDays: KeptDays;
  readonly legal: LegalNotices;
}

export interface Agency {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly hours: string;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Thrown by `readConfig`: one line per problem. */
export class ConfigFault extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`the settings cannot be used:\n${problems.map(problem => `- ${problem}`).join('\n')}`);
    this.name = 'ConfigFault';
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

// Known to everybody who reads this file: accepted only where NODE_ENV is not `production`.
const DEVELOPMENT_SECRET = 'development only, known to everybody who reads this';
const SHORTEST_SECRET = 32; // characters: as long as the HMAC's own output (RFC 7518 §3.2)

/** @throws ConfigFault with all problems of the environment. */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const production = env['NODE_ENV'] === 'production';
  const text = (name: SettingName): string | null => env[name]?.trim() || null;
  const read = <T>(
    name: SettingName,
    parse: (value: string) => T | null,
    otherwise: T,
    expected: string,
  ): T => {
    const value = text(name);
    if (value === null) return otherwise;
    const parsed = parse(value);
    if (parsed === null) problems.push(`${name} must be ${expected}`); // never the value: it may be a secret
    return parsed ?? otherwise;
  };
  const url = (name: SettingName, ...schemes: readonly string[]): string | null =>
    read(
      name,
      value => parseUrl(value, schemes),
      null,
      `an address that begins with ${schemes.map(scheme => `${scheme}//`).join(' or ')}`,
    );

  const reasons = (name: SettingName, usual: string): readonly string[] =>
    read(
      name,
      parseReasons,
      parseReasons(usual) ?? [],
      'reasons with a semicolon between, of 500 characters at most',
    );

  const keptDays = (name: SettingName, of: keyof KeptDays): number =>
    read(name, parseKeptDays, USUAL_KEPT_DAYS[of], KEPT_DAYS_EXPECTED);

  if (production)
    for (const setting of SETTINGS)
      if (setting.production === 'required' && text(setting.name) === null)
        problems.push(`${setting.name} is required in production: ${setting.meaning}`);

  const port = read('PORT', parsePort, 3000, 'a port, 0 to 65535');
  const socketPort = read('SOCKET_PORT', parsePort, port === 0 ? 0 : port + 1, 'a port, 0 to 65535');
  const publicUrl = url('PUBLIC_URL', 'https:', 'http:') ?? `http://localhost:${port}`;
  const socketUrl = url('SOCKET_URL', 'wss:', 'ws:') ?? `ws://localhost:${socketPort}`;
  if (production && (publicUrl.startsWith('http:') || socketUrl.startsWith('ws:')) && !isLocal(publicUrl))
    problems.push('PUBLIC_URL and SOCKET_URL must be https: and wss: in production, but for localhost');
  const publicKey = read('VAPID_PUBLIC_KEY', parsePublicKey, null, 'a public key of 65 bytes in base64url');
  const privateKey = read(
    'VAPID_PRIVATE_KEY',
    parsePrivateKey,
    null,
    'a private key of 32 bytes in base64url',
  );
  if ((text('VAPID_PUBLIC_KEY') === null) !== (text('VAPID_PRIVATE_KEY') === null))
    problems.push('VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY belong together: both, or neither');
  const ownPair = publicKey === null || privateKey === null ? null : { publicKey, privateKey };
  const config: Config = {
    production,
    port,
    socketPort,
    databaseUrl: url('DATABASE_URL', 'postgresql:', 'postgres:'),
    redisUrl: url('REDIS_URL', 'redis:', 'rediss:'),
    smtpUrl: url('SMTP_URL', 'smtp:', 'smtps:'),
    publicUrl,
    socketUrl,
    origins: originsOf(publicUrl, production),
    tokenSecret: read(
      'TOKEN_SECRET',
      longEnough,
      DEVELOPMENT_SECRET,
      `at least ${SHORTEST_SECRET} characters`,
    ),
    dataFolder: text('DATA_DIR') ?? '.data',
    logLevel: read('LOG_LEVEL', parseLevel, production ? 'info' : 'warn', `one of ${LOG_LEVELS.join(' ')}`),
    mailFrom: read(
      'MAIL_FROM',
      parseAddress,
      `ne-pas-repondre@${new URL(publicUrl).hostname}`,
      'one e-mail address',
    ),
    mailPerMinute: read('MAIL_PER_MINUTE', parseMailRate, 600, 'a number, 30 to 60000'),
    agency: {
      name: text('AGENCY_NAME') ?? 'ARS Île-de-France',
      phone: text('AGENCY_PHONE') ?? '01 99 00 00 00', // a number of fiction, never given to anybody
      email: read('AGENCY_EMAIL', parseAddress, 'choix@ars.example', 'one e-mail address'),
      hours: unbroken(text('AGENCY_HOURS') ?? 'du lundi au vendredi, de 9\u00a0h à 18\u00a0h'),
    },
    region: text('REGION') ?? 'Île-de-France',
    usualReasons: {
      pause: reasons('PAUSE_REASONS', USUAL_PAUSE_REASONS),
      absence: reasons('ABSENCE_REASONS', USUAL_ABSENCE_REASONS),
      callBack: reasons('CALL_BACK_REASONS', USUAL_CALL_BACK_REASONS),
      close: reasons('CLOSE_REASONS', USUAL_CLOSE_REASONS),
    },
    serviceWorker: read('SERVICE_WORKER', parseSwitch, 'on', '`on` or `off`'),
    push: ownPair ?? (production ? null : DEVELOPMENT_PUSH),
    pushHosts: read(
      'PUSH_HOSTS',
      value => parsePushHosts(value, production),
      parsePushHosts(USUAL_PUSH_HOSTS, production) ?? [],
      'names of hosts with a space between',
    ),
    trustedProxyHeader: text('TRUSTED_PROXY_HEADER')?.toLowerCase() ?? null,
    keptDays: {
      mails: keptDays('KEEP_MAILS_DAYS', 'mails'),
      notifications: keptDays('KEEP_NOTIFICATIONS_DAYS', 'notifications'),
      reasons: keptDays('KEEP_REASONS_DAYS', 'reasons'),
      requests: keptDays('KEEP_REQUESTS_DAYS', 'requests'),
    },
    legal: readLegalNotices({ text, read, url, parseAddress, problems }),
  };
  if (problems.length > 0) throw new ConfigFault(problems);
  return config;
}

/** In development a page opened as 127.0.0.1 may act as well as one opened as localhost. */
export function originsOf(publicUrl: string, production: boolean): readonly string[] {
  const origin = new URL(publicUrl).origin;
  return production || !isLocal(publicUrl) ? [origin] : [...new Set([origin, twin(origin)])];
}

/** The same local address by its other name: `localhost` for `127.0.0.1` and the other way round. */
export function twin(local: string): string {
  return local.includes('//localhost')
    ? local.replace('//localhost', '//127.0.0.1')
    : local.replace('//127.0.0.1', '//localhost');
}

const isLocal = (url: string): boolean => ['localhost', '127.0.0.1'].includes(new URL(url).hostname);

function parseUrl(value: string, schemes: readonly string[]): string | null {
  return URL.canParse(value) && schemes.includes(new URL(value).protocol) ? value.replace(/\/$/, '') : null;
}

function parsePort(value: string): number | null {
  return /^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : null;
}

/** Slower than 30, a mail that waits for its turn would hold its job for longer than a dead worker's is left locked. */
function parseMailRate(value: string): number | null {
  return /^\d{2,5}$/.test(value) && Number(value) >= 30 && Number(value) <= 60_000 ? Number(value) : null;
}

const parseSwitch = (value: string): 'on' | 'off' | null =>
  value === 'on' || value === 'off' ? value : null;
const parseLevel = (value: string): LogLevel | null => LOG_LEVELS.find(level => level === value) ?? null;
const longEnough = (value: string): string | null => (value.length >= SHORTEST_SECRET ? value : null);
/** «de 9 h à 18 h 30» as it is typed: an hour stays on its line, on screens, in mails and on paper. */
const unbroken = (hours: string): string => hours.replaceAll(/(?<=\d) (?=h\b)|(?<=\bh) (?=\d)/gu, '\u00a0');

/** A bare address or `Name <address>`; a line break in it would be another header. */
const parseAddress = (value: string): string | null =>
  /^[^\r\n<>@]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(value) ? value : null;

/** Right-hand side of the mails' Message-ID: one for all processes of an installation. */
export const mailDomainOf = ({ publicUrl }: Pick<Config, 'publicUrl'>): string => new URL(publicUrl).hostname;
