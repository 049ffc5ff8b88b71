/** Every scene, in the order of the gallery. One more state: a look in one of them; one more page: the same, or a scene. */
import type { Scene } from './scene.ts';
import { ACCOUNTS } from './scenes/accounts.ts';
import { CROWD } from './scenes/crowd.ts';
import { PUBLIC } from './scenes/public.ts';
import { SIGN_IN } from './scenes/sign-in.ts';
import { TROUBLE } from './scenes/trouble.ts';
import { THE_DAY } from './scenes/the-day.ts';
import { REHEARSAL } from './scenes/rehearsal.ts';

export const SCENES: readonly Scene[] = [PUBLIC, SIGN_IN, ACCOUNTS, THE_DAY, REHEARSAL, CROWD, TROUBLE];
