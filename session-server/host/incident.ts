/** The number under which a fault stands in the log and on the user's screen (architecture §5). */
import { randomBytes } from 'node:crypto';

export const incident = (): string => randomBytes(4).toString('hex').toUpperCase();
