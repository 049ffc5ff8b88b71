/** The table of every setting read from the environment; `config.ts` reads it and README's table is checked against it. */
import { USUAL_KEPT_DAYS } from './kept-days.ts';
import { USUAL_PUSH_HOSTS } from './push-settings.ts';
import {
  USUAL_ABSENCE_REASONS,
  USUAL_CALL_BACK_REASONS,
  USUAL_CLOSE_REASONS,
  USUAL_PAUSE_REASONS,
} from './usual-reasons.ts';

export interface Setting {
  readonly name: string;
  /** As README shows it: a value, or in words where it follows from another setting. Empty = none. */
  readonly default: string;
  /** What production asks for: a value of its own, or nothing. */
  readonly production: 'required' | 'optional';
  readonly meaning: string;
}

export const SETTINGS = [
  {
    name: 'NODE_ENV',
    default: '',
    production: 'optional',
    meaning: '`production`: nothing secret has a default, nothing is embedded, demo accounts are refused',
  },
  { name: 'PORT', default: '3000', production: 'optional', meaning: 'Port of the pages and of `/api`' },
  { name: 'SOCKET_PORT', default: 'PORT + 1', production: 'optional', meaning: 'Port of the live sockets' },
  {
    name: 'DATABASE_URL',
    default: 'embedded PostgreSQL',
    production: 'required',
    meaning: 'PostgreSQL ≥ 14, `postgresql://user:password@host/base`',
  },
  {
    name: 'REDIS_URL',
    default: 'local bus',
    production: 'optional',
    meaning: 'Redis, needed from the second machine on',
  },
  {
    name: 'SMTP_URL',
    default: 'development mailbox',
    production: 'required',
    meaning: 'Mail server, `smtps://user:password@host:465`',
  },
  {
    name: 'PUBLIC_URL',
    default: 'http://localhost:PORT',
    production: 'required',
    meaning: 'Address of the pages as browsers see it',
  },
  {
    name: 'SOCKET_URL',
    default: 'ws://localhost:SOCKET_PORT',
    production: 'required',
    meaning: 'Address of the sockets as browsers see it',
  },
  {
    name: 'TOKEN_SECRET',
    default: 'a fixed one, development only',
    production: 'required',
    meaning: 'Signs the sign-ins: at least 32 characters, the same on every machine',
  },
  { name: 'DATA_DIR', default: '.data', production: 'optional', meaning: 'Folder of the embedded database' },
  {
    name: 'LOG_LEVEL',
    default: 'warn, in production info',
    production: 'optional',
    meaning: '`fatal` `error` `warn` `info` `debug` `trace` `silent`',
  },
  {
    name: 'MAIL_FROM',
    default: 'ne-pas-repondre@ the host of PUBLIC_URL',
    production: 'optional',
    meaning: 'Sender of the mails',
  },
  {
    name: 'MAIL_PER_MINUTE',
    default: '600',
    production: 'optional',
    meaning: 'Mails handed over in a minute by all workers together, 30 to 60000; choices’ before mass mails',
  },
  {
    name: 'AGENCY_NAME',
    default: 'ARS Île-de-France',
    production: 'optional',
    meaning: 'The agency, as shown on screens and in mails',
  },
  {
    name: 'AGENCY_PHONE',
    default: '01 99 00 00 00',
    production: 'required',
    meaning: 'Its telephone, on every dead end',
  },
  {
    name: 'AGENCY_EMAIL',
    default: 'choix@ars.example',
    production: 'required',
    meaning: 'Its e-mail, on every dead end',
  },
  {
    name: 'AGENCY_HOURS',
    default: 'du lundi au vendredi, de 9\u00a0h à 18\u00a0h',
    production: 'optional',
    meaning: 'When somebody answers',
  },
  {
    name: 'AGENCY_ADDRESS',
    default: '',
    production: 'optional',
    meaning: 'Its postal address, on «Mentions légales»',
  },
  {
    name: 'PUBLICATION_DIRECTOR',
    default: '',
    production: 'optional',
    meaning: 'Who answers for what is published, name and function, on «Mentions légales»',
  },
  {
    name: 'HOSTING',
    default: '',
    production: 'optional',
    meaning: 'Whose machines: name, address and telephone, on «Mentions légales»',
  },
  {
    name: 'DPO_EMAIL',
    default: '',
    production: 'optional',
    meaning: 'E-mail of the data protection officer, on «Données personnelles»',
  },
  {
    name: 'ACCESSIBILITY_DATE',
    default: '',
    production: 'optional',
    meaning: 'Day of the accessibility declaration, e.g. `2027-03-01`',
  },
  {
    name: 'ACCESSIBILITY_RATE',
    default: '',
    production: 'optional',
    meaning: 'Per cent of the RGAA that the last audit found met, 0 to 100; none: no audit, «non conforme»',
  },
  {
    name: 'ACCESSIBILITY_AUDITOR',
    default: '',
    production: 'optional',
    meaning: 'Who made that audit; the two belong together',
  },
  {
    name: 'ACCESSIBILITY_PLAN_URL',
    default: '',
    production: 'optional',
    meaning: 'Where the multiannual accessibility plan is published',
  },
  {
    name: 'REGION',
    default: 'Île-de-France',
    production: 'optional',
    meaning: 'The region, as shown on screens',
  },
  {
    name: 'PAUSE_REASONS',
    default: USUAL_PAUSE_REASONS,
    production: 'optional',
    meaning: 'Reasons for a pause that moderators pick from, `;` between; everybody reads them',
  },
  {
    name: 'ABSENCE_REASONS',
    default: USUAL_ABSENCE_REASONS,
    production: 'optional',
    meaning: 'The same for an absence marked by hand; moderators alone read them',
  },
  {
    name: 'CALL_BACK_REASONS',
    default: USUAL_CALL_BACK_REASONS,
    production: 'optional',
    meaning: 'The same for calling somebody back into the line',
  },
  {
    name: 'CLOSE_REASONS',
    default: USUAL_CLOSE_REASONS,
    production: 'optional',
    meaning: 'The same for closing while some have not chosen',
  },
  {
    name: 'SERVICE_WORKER',
    default: 'on',
    production: 'optional',
    meaning:
      '`off` takes the offline shell and push away from every browser that comes, should one be broken',
  },
  {
    name: 'VAPID_PUBLIC_KEY',
    default: 'a fixed pair, development only',
    production: 'optional',
    meaning: 'Web push, made by `npx web-push generate-vapid-keys`; without the pair nobody is woken by push',
  },
  {
    name: 'VAPID_PRIVATE_KEY',
    default: 'a fixed pair, development only',
    production: 'optional',
    meaning: 'Its private half, the same on every machine; another pair ends every subscription',
  },
  {
    name: 'PUSH_HOSTS',
    default: USUAL_PUSH_HOSTS,
    production: 'optional',
    meaning: 'The push services that may be called, a space between; no other host ever is',
  },
  {
    name: 'TRUSTED_PROXY_HEADER',
    default: '',
    production: 'optional',
    meaning:
      'Header with the person’s address that only your proxy can set, e.g. `x-real-ip`; without it all behind a proxy are one address to the limits',
  },
  {
    name: 'KEEP_MAILS_DAYS',
    default: String(USUAL_KEPT_DAYS.mails),
    production: 'optional',
    meaning:
      'Days after which mails are deleted, 7 to 3650; of a choice’s the address alone, the proof stays',
  },
  {
    name: 'KEEP_NOTIFICATIONS_DAYS',
    default: String(USUAL_KEPT_DAYS.notifications),
    production: 'optional',
    meaning: 'The same for what people were told in their bell',
  },
  {
    name: 'KEEP_REASONS_DAYS',
    default: String(USUAL_KEPT_DAYS.reasons),
    production: 'optional',
    meaning: 'The same for the private part of the record (reasons, evidence), once its semester is over',
  },
  {
    name: 'KEEP_REQUESTS_DAYS',
    default: String(USUAL_KEPT_DAYS.requests),
    production: 'optional',
    meaning: 'The same for what moderators’ pages asked of a session, once answered',
  },
] as const satisfies readonly Setting[];

export type SettingName = (typeof SETTINGS)[number]['name'];
