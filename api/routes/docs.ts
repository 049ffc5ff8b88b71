/** `GET /api/docs`: the description of the API as a page, read and tried from it; its one script is our own copy. */
import { Hono } from 'hono';
import type { ApiEnv } from '../http/api.ts';

const PAGE = `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>API · Choix de postes</title>
    <script type="module" src="/openapi-explorer.js"></script>
  </head>
  <body>
    <openapi-explorer spec-url="/api/openapi.json" hide-server-selection hide-authentication></openapi-explorer>
    <noscript><a href="/api/openapi.json">openapi.json</a></noscript>
  </body>
</html>
`;

export function docsRoute(): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get('/docs', context => context.html(PAGE));
}
