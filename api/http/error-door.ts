/** The one door of faults: logged in full under an incident number, of which the user learns the number only. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { newIncident } from '../kit/incident.ts';
import type { Log } from '../kit/log.ts';
import { problem } from './problem.ts';

export function errorDoor(log: Log): (error: Error, context: Context) => Response {
  return (error, context) => {
    if (error instanceof HTTPException && error.res !== undefined) return error.res; // ours: an answer thrown whole
    // Hono's own: unreadable JSON in a body. Its message quotes the input.
    if (error instanceof HTTPException && error.status === 400)
      return problem(context, 'INVALID_INPUT', { fields: [] });
    const incident = newIncident();
    log.error({ incident, method: context.req.method, path: context.req.path, err: error }, 'http.fault');
    return problem(context, 'FAULT', { incident });
  };
}
