/** The next word on one of PostgreSQL's channels, as a gateway or an owner would hear it. */
import { listen } from '../../../migrations/notifications.ts';

export async function nextNotification(
  url: string,
  channel: string,
): Promise<{ readonly heard: Promise<unknown>; close(): Promise<void> }> {
  let hear: (payload: unknown) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const heard = new Promise<unknown>((resolve, reject) => {
    hear = resolve;
    fail = reject;
  });
  const listening = await listen(url, { [channel]: hear }, fail);
  return { heard, close: () => listening.close() };
}
