/**
 * The channels of Redis that this process wants to hear. Redis may be away when one is wanted or let go: then it is
 * subscribed to, or given up, once it is back. redis.ts uses it.
 */
import type { RedisClientType } from 'redis';
import type { Release } from './bus.ts';

export interface Subscriptions {
  /** Subscribed when it returns, where Redis is there. */
  hear(channel: string, listener: (text: string) => void): Promise<Release>;
  /** Redis is back. */
  renew(): Promise<void>;
}

export function subscriptions(
  client: Pick<RedisClientType, 'isReady' | 'subscribe' | 'unsubscribe'>,
  onFault: (error: unknown) => void,
): Subscriptions {
  const wanted = new Map<string, Set<(text: string) => void>>();
  /** The client subscribes to these again by itself. */
  const subscribed = new Set<string>();
  let turn: Promise<void> = Promise.resolve();

  const dispatch = (text: string, channel: string): void => wanted.get(channel)?.forEach(hear => hear(text));
  const settle = async (): Promise<void> => {
    if (!client.isReady) return;
    for (const channel of wanted.keys()) {
      if (subscribed.has(channel)) continue;
      await client.subscribe(channel, dispatch);
      subscribed.add(channel);
    }
    for (const channel of subscribed) {
      if (wanted.has(channel)) continue;
      await client.unsubscribe(channel, dispatch);
      subscribed.delete(channel);
    }
  };
  const renew = (): Promise<void> => {
    turn = turn.then(settle).catch(onFault);
    return turn;
  };

  return {
    async hear(channel, listener) {
      const listeners = wanted.get(channel) ?? new Set();
      wanted.set(channel, listeners.add(listener));
      await renew();
      return async () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        if (wanted.get(channel) === listeners) wanted.delete(channel);
        await renew();
      };
    },
    renew,
  };
}
