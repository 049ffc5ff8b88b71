/** The settings of a terminal command (`npm run import`, `npm run verify`), which says what is wrong with them and ends. */
import { ConfigFault, readConfig } from './config.ts';
import type { Config } from './config.ts';

/** @param refuse prints the problems, all at once. @returns null where there are any. */
export function configOfCommand(
  env: NodeJS.ProcessEnv,
  refuse: (problems: string) => unknown,
): Config | null {
  try {
    return readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error;
    refuse(error.message);
    return null;
  }
}
