/** The HTTP application: what every request passes, then one file per route. `start.ts` listens for it. */
import { RequestContext } from '@mikro-orm/core';
import { Hono } from 'hono';
import { recordShelf } from './desk/record-shelf.ts';
import { documentAsker } from './documents/ask.ts';
import { addressOf } from './http/address.ts';
import type { Api, ApiEnv } from './http/api.ts';
import { bodyOfAtMost } from './http/body-size.ts';
import { describedApi } from './http/description.ts';
import { errorDoor } from './http/error-door.ts';
import { fewATurn } from './http/few-a-turn.ts';
import { keptByNobody } from './http/keep.ts';
import { measured } from './http/measured.ts';
import { ownOriginOnly } from './http/origin.ts';
import { builtClient, pages } from './http/pages.ts';
import { problem } from './http/problem.ts';
import { docsPageHeaders, mailPageHeaders, securityHeaders } from './http/security-headers.ts';
import type { Metrics } from './kit/metrics.ts';
import { publicShelf } from './public/shelf.ts';
import { amphitheatresRoute } from './routes/amphitheatres.ts';
import { assignmentsRoute } from './routes/assignments.ts';
import { certificateRoutes } from './routes/certificate.ts';
import { deskActRoutes } from './routes/desk-acts.ts';
import { deskAmphitheatreRoutes } from './routes/desk-amphitheatres.ts';
import { deskChoiceRoutes } from './routes/desk-choices.ts';
import { deskDayRoutes } from './routes/desk-day.ts';
import { deskRequestRoutes } from './routes/desk-requests.ts';
import { deskSupportRoutes } from './routes/desk-support.ts';
import { deskUnattendedRoutes } from './routes/desk-unattended.ts';
import { deskFileRoutes } from './routes/desk-files.ts';
import { deskModeratorRoutes } from './routes/desk-moderators.ts';
import { deskPeopleRoutes } from './routes/desk-people.ts';
import { deskPostRoutes } from './routes/desk-posts.ts';
import { deskReadingRoutes } from './routes/desk-readings.ts';
import { deskRehearsalRoutes } from './routes/desk-rehearsals.ts';
import { deskRosterRoutes } from './routes/desk-roster.ts';
import { deskStatusRoutes } from './routes/desk-status.ts';
import { devMailRoutes } from './routes/dev-mails.ts';
import { directoryRoute } from './routes/directory.ts';
import { docsRoute } from './routes/docs.ts';
import { documentRoutes } from './routes/documents.ts';
import { deskDocumentRoutes } from './routes/documents-desk.ts';
import { establishmentListRoutes } from './routes/documents-establishment.ts';
import { emailChangeRoutes } from './routes/email-change.ts';
import { favouritesRoute } from './routes/favourites.ts';
import { healthRoutes } from './routes/health.ts';
import { invitationRoutes } from './routes/invitation.ts';
import { loginRoutes } from './routes/login.ts';
import { mandateRoute } from './routes/mandate.ts';
import { mandateInvitationRoute } from './routes/mandate-invitation.ts';
import { meRoute } from './routes/me.ts';
import { myAmphitheatreRoute } from './routes/my-amphitheatre.ts';
import { myRehearsalRoute } from './routes/my-rehearsal.ts';
import { mySecondFactorRoutes } from './routes/my-second-factor.ts';
import { secondFactorRoutes } from './routes/second-factor.ts';
import { secondFactorEnrolRoutes } from './routes/second-factor-enrol.ts';
import { notificationsRoute } from './routes/notifications.ts';
import { notificationsSettingsRoute } from './routes/notifications-settings.ts';
import { ownDataRoute } from './routes/own-data.ts';
import { passwordRoutes } from './routes/password.ts';
import { profileRoutes } from './routes/profile.ts';
import { pushRoute } from './routes/push.ts';
import { offerRoute } from './routes/offer.ts';
import { savedSearchRoutes } from './routes/saved-searches.ts';
import { publicSpaceRoutes } from './routes/public-space.ts';
import { securityRoutes } from './routes/security.ts';
import { settingsRoute } from './routes/settings.ts';
import { statusRequestRoute } from './routes/status-request.ts';
import { signUpRoutes } from './routes/sign-up.ts';
import { ticketRoute } from './routes/ticket.ts';
import { onlyFor } from './sign-in/signed-in.ts';

const LONGEST_BODY = 64 * 1024; // bytes
const BEGUN_A_TURN = 4; // some 0.3 ms each

/** @param origins whose pages may act */
export function makeServer(api: Api, metrics: Metrics, origins: readonly string[]): Hono<ApiEnv> {
  const server = new Hono<ApiEnv>();
  server.onError(errorDoor(api.log));
  server.notFound(context => problem(context, 'NOT_FOUND'));
  if (!api.config.production) server.use('/api/dev/mails/:id/html', mailPageHeaders);
  server.use('/api/docs', docsPageHeaders);
  server.use(measured(metrics), ...securityHeaders(api.config));
  server.route('/', healthRoutes(api, metrics));
  server.use(
    '/api/*',
    keptByNobody,
    fewATurn(BEGUN_A_TURN),
    ownOriginOnly(origins),
    bodyOfAtMost(LONGEST_BODY),
  );
  server.use('/api/*', async (context, next) => {
    await api.limits.request(addressOf(context, api.config.trustedProxyHeader));
    return next();
  });
  server.route('/api', apiRoutes(api));
  const client = builtClient();
  if (client === null) api.log.warn({}, 'api.no-pages');
  else server.route('/', pages(client, api.config.serviceWorker));
  return server;
}

function apiRoutes(api: Api): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  // One identity map per request: the global one refuses, and would leak one request's rows into another.
  routes.use((_context, next) => RequestContext.create(api.database.orm.em, next));
  routes.use('/desk/*', onlyFor(api, 'moderator'));
  for (const route of [
    loginRoutes,
    secondFactorEnrolRoutes,
    secondFactorRoutes,
    mySecondFactorRoutes,
    passwordRoutes,
    invitationRoutes,
    signUpRoutes,
    securityRoutes,
    ownDataRoute,
    profileRoutes,
    emailChangeRoutes,
    meRoute,
    ticketRoute,
    settingsRoute,
    directoryRoute,
    mandateRoute,
    mandateInvitationRoute,
    statusRequestRoute,
    myAmphitheatreRoute,
    myRehearsalRoute,
    favouritesRoute,
    offerRoute,
    savedSearchRoutes,
    notificationsRoute,
    notificationsSettingsRoute,
    pushRoute,
  ])
    routes.route('/', route(api));
  const lists = publicShelf(api.database.sql, api.clock);
  for (const route of [amphitheatresRoute, assignmentsRoute, publicSpaceRoutes])
    routes.route('/', route(api, lists));
  const ask = documentAsker(api);
  for (const route of [documentRoutes, certificateRoutes, establishmentListRoutes])
    routes.route('/', route(api, ask));
  const records = recordShelf(api.database.sql);
  routes.route('/desk/amphitheatres', deskActRoutes(api));
  routes.route('/desk/amphitheatres', deskAmphitheatreRoutes(api, records));
  routes.route('/desk', deskRehearsalRoutes(api));
  routes.route('/desk/people', deskPeopleRoutes(api));
  routes.route('/desk/people', deskChoiceRoutes(api));
  routes.route('/desk/posts', deskPostRoutes(api));
  routes.route('/desk/moderators', deskModeratorRoutes(api));
  routes.route('/desk', deskFileRoutes(api));
  routes.route('/desk/people', deskSupportRoutes(api));
  routes.route('/desk/people', deskRosterRoutes(api));
  routes.route('/desk', deskReadingRoutes(api));
  routes.route('/desk', deskDayRoutes(api, records));
  routes.route('/desk', deskUnattendedRoutes(api));
  routes.route('/desk', deskRequestRoutes(api));
  routes.route('/desk', deskStatusRoutes(api));
  routes.route('/desk', deskDocumentRoutes(api, ask));
  if (!api.config.production) routes.route('/dev', devMailRoutes(api));
  routes.route('/', docsRoute());
  routes.get('/openapi.json', describedApi(routes));
  routes.all('*', context => problem(context, 'NOT_FOUND')); // never the pages: who asked here reads JSON
  return routes;
}
