/** The job `push`: wakes one browser with one notification. Thrown = tried again while it still says something. */
import webPush from 'web-push';
import { z } from 'zod';
import { notificationKindOf } from '../../machines/notification-kinds.ts';
import type { NotificationKind } from '../../machines/notification-kinds.ts';
import type { Sql } from '../../migrations/open.ts';
import type { Clock } from '../kit/clock.ts';
import type { Config } from '../kit/config.ts';
import type { Log } from '../kit/log.ts';
import { isPushEndpoint } from '../kit/push-settings.ts';
import type { PushSettings } from '../kit/push-settings.ts';
import { forget, markSentTo, readSubscription } from '../notifications/devices.ts';
import type { Subscription } from '../notifications/devices.ts';
import { carried } from '../notifications/push-words.ts';
import type { Carried } from '../notifications/push-words.ts';

export interface PushParts {
  readonly sql: Sql;
  readonly config: Pick<Config, 'push' | 'pushHosts' | 'agency'>;
  readonly clock: Clock;
  readonly log: Log;
}

const jobPayload = z.object({ subscription: z.number(), notification: z.number() });
const ANSWER_WITHIN_MS = 10_000;

export async function sendPush({ sql, config, clock, log }: PushParts, payload: unknown): Promise<void> {
  const { subscription: id, notification } = jobPayload.parse(payload);
  const subscription = await readSubscription(sql, id);
  // Signed out or taken away meanwhile; or the settings have changed since it was taken.
  if (subscription === null || config.push === null) return;
  if (!isPushEndpoint(subscription.endpoint, config.pushHosts)) return forget(sql, id, subscription.endpoint);
  const told = await readTold(sql, notification);
  const kind = told === null ? null : notificationKindOf(told.kind);
  if (told === null || kind === null) return;
  const href = hrefOf(kind, told.realm);
  const whole = carried(kind, toldDetail.parse(told.detail), told.at, clock.now(), href);
  if (whole.ttlS <= 0) return log.info({ notification }, 'push.too-late');
  const subject = `mailto:${config.agency.email}`;
  const status = await post(subscription, whole, { ...config.push, subject });
  if (status === 404 || status === 410) {
    await forget(sql, id, subscription.endpoint);
    return log.info({ subscription: id, status }, 'push.gone');
  }
  // Never the endpoint: whoever has it may wake that telephone, and the queue keeps what is thrown.
  if (status < 200 || status > 299) throw new Error(`the push service answered ${status}`);
  await markSentTo(sql, id);
  log.info({ notification, kind, ms: Math.round(clock.now() - told.at) }, 'push.sent');
}

const toldDetail = z.object({
  ahead: z.number().nullable().default(null),
  turnMs: z.number().default(0),
  until: z.number().nullable().default(null),
  awaited: z.boolean().default(false),
  startsAt: z.number().nullable().default(null),
});

interface ToldNotification {
  readonly kind: string;
  readonly detail: unknown;
  readonly at: number;
  readonly realm: 'intern' | 'mandatary';
}

async function readTold(sql: Sql, id: number): Promise<ToldNotification | null> {
  const [row] = await sql<ToldNotification>(
    `select kind, detail, account.realm, floor(extract(epoch from at) * 1000)::float8 as at
    from notification join account on account.id = notification.account_id where notification.id = ?::bigint`,
    [id],
  );
  return row ?? null;
}

/** The room for what happens there, else the bell's page. */
function hrefOf(kind: NotificationKind, realm: ToldNotification['realm']): string {
  const isOfTheLine =
    kind === 'turn' || kind === 'fourAhead' || kind === 'choiceMade' || kind === 'choiceCorrected';
  if (!isOfTheLine) return realm === 'mandatary' ? '/notifications?compte=mandatary' : '/notifications';
  return realm === 'mandatary' ? '/procuration' : '/ma-session';
}

type Keys = PushSettings & { readonly subject: string };

/** Encrypted for that browser alone (RFC 8291) and signed (RFC 8292); no other address is followed to. */
async function post(
  { endpoint, p256dh, auth }: Subscription,
  { message, ttlS, urgency }: Carried,
  vapidDetails: Keys,
): Promise<number> {
  const request = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    JSON.stringify(message),
    {
      vapidDetails,
      TTL: ttlS,
      urgency,
      topic: message.tag,
      contentEncoding: 'aes128gcm',
    },
  );
  const { 'Content-Length': _length, ...headers } = request.headers as Record<string, string>;
  const body = request.body === null ? null : new Uint8Array(request.body);
  const response = await fetch(request.endpoint, {
    method: 'POST',
    headers,
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  }).catch((error: unknown) => {
    throw new Error(`the push service was not reached: ${error instanceof Error ? error.name : 'unknown'}`);
  });
  await response.body?.cancel();
  return response.status;
}
