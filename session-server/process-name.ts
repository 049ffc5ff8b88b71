/** The name of a process that owns sessions: unlike any other's, and it says whether that process can still live. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

export const nameOfThisProcess = (): string => `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;

/** Only of a process of this machine can that be known: of any other it is said to live. */
export function isProcessGone(name: string): boolean {
  const [machine, pid] = name.split(':');
  if (machine !== hostname() || !Number.isInteger(Number(pid))) return false;
  try {
    process.kill(Number(pid), 0); // signal 0 asks, and does nothing
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
