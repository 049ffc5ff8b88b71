/** Whether a new version may be spoken of now: in a room, and while one's own session runs, nothing changes under the hand. Pure. */
import { isRoom } from '../service-worker/answering.ts';

/** @param running one's own session, of whichever sign-in, is running or paused. */
export const mayOfferUpdate = (path: string, running: boolean): boolean => !running && !isRoom(path);
