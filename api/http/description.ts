/** `GET /api/openapi.json`: every route as its schemas tell it, grouped by who asks what; made once, at the first asking. */
import type { Handler, Hono } from 'hono';
import { generateSpecs } from 'hono-openapi';
import type { ApiEnv } from './api.ts';

/** The first that a path begins with. */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^\/desk\/(?:people|to-be-confirmed|status-requests)\b/u, 'Desk: people'],
  [/^\/desk\/moderators\b/u, 'Desk: moderators'],
  [/^\/desk\//u, 'Desk: amphitheatres and sessions'],
  [/^\/(?:login|password|invitation)\b/u, 'Signing in'],
  [/^\/(?:sign-up|email-change)\b/u, 'Signing up'],
  [/^\/mandate\b/u, 'Mandates'],
  [/^\/(?:me|ticket)\b/u, 'One’s own'],
  [/^\/(?:documents|certificate-check|establishment-list)\b/u, 'Documents'],
  [/^\/dev\//u, 'Development'],
  [/^/u, 'Public lists'],
];

const ABOUT = `What the pages of this service ask, route by route.

- Who asks is known by cookies that no script reads, one pair for each realm (intern, holder, moderator). What changes
  something is taken from the service’s own pages alone (\`Origin\`).
- What is not a success is a problem (RFC 9457, \`application/problem+json\`): \`code\` is stable and made for programs,
  \`title\` and \`detail\` are French and made for people; of the input only the names of fields at fault are told.
- 202: a live session decides in its turn; ask \`/desk/requests/{id}\`.
- 429 and 503: the same again a little later. Nobody is locked out.`;

const text = { type: 'string' as const };
const PROBLEM = {
  type: 'object' as const,
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' as const },
    code: text,
    detail: text,
    fields: { type: 'array' as const, items: text },
  },
};

const SAID = {
  documentation: {
    info: { title: 'Choix de postes', version: '1', description: ABOUT },
    servers: [{ url: '/api' }],
    tags: GROUPS.map(([, name]) => ({ name })),
  },
  defaultValidationErrorResponse: {
    description:
      'Refused: a problem (RFC 9457) with a stable `code`; of the input only the names of fields at fault',
    content: { 'application/problem+json': { schema: PROBLEM } },
  },
};

export function describedApi(routes: Hono<ApiEnv>): Handler<ApiEnv> {
  let made: Promise<object> | null = null;
  return async context => context.json(await (made ??= describe(routes)));
}

async function describe(routes: Hono<ApiEnv>): Promise<object> {
  const said = await generateSpecs(routes, SAID);
  for (const [path, methods] of Object.entries(said.paths ?? {})) {
    const group = GROUPS.find(([begins]) => begins.test(path))?.[1];
    for (const route of Object.values(methods ?? {}))
      if (typeof route === 'object' && 'responses' in route) Object.assign(route, { tags: [group] });
  }
  return said;
}
