/** All addresses of the client: one line per page, each loaded when it is first opened. */
import type { VNode } from 'preact';
import { ErrorBoundary, lazy, LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { Home } from './pages/home.tsx';
import { isAlertedAt } from './desk/unattended-words.ts';
import { me } from './http/account.ts';
import { NotFound } from './pages/not-found.tsx';
import { OfflineNote } from './install/offline-note.tsx';
import { isRoom } from './service-worker/answering.ts';
import { newVersion } from './install/worker.ts';
import { LiveRegions } from './ui/live-regions.tsx';

const Notifications = lazy(() =>
  import('./notifications/notifications-page.tsx').then(page => page.Notifications),
);
const NotificationPreferences = lazy(() =>
  import('./notifications/settings-page.tsx').then(page => page.NotificationPreferences),
);
const UnattendedStrip = lazy(() => import('./desk/unattended-strip.tsx').then(page => page.UnattendedStrip));
const TurnElsewhere = lazy(() => import('./elsewhere/turn-elsewhere.tsx').then(part => part.TurnElsewhere));
const UpdateOffer = lazy(() => import('./install/update-offer.tsx').then(page => page.UpdateOffer));
const SignIn = lazy(() => import('./pages/sign-in.tsx').then(page => page.SignIn));
const PasswordPage = lazy(() => import('./account/password-page.tsx').then(page => page.PasswordPage));
const SignUpPage = lazy(() => import('./account/sign-up-page.tsx').then(page => page.SignUpPage));
const ProfilePage = lazy(() => import('./account/profile-page.tsx').then(page => page.ProfilePage));
const EmailChangePage = lazy(() =>
  import('./account/email-change-page.tsx').then(page => page.EmailChangePage),
);
const Amphitheatres = lazy(() => import('./pages/amphitheatres.tsx').then(page => page.Amphitheatres));
const Mailbox = lazy(() => import('./pages/mailbox.tsx').then(page => page.Mailbox));
const Help = lazy(() => import('./pages/help.tsx').then(page => page.Help));
const Accessibility = lazy(() => import('./pages/accessibility.tsx').then(page => page.Accessibility));
const PersonalData = lazy(() => import('./pages/personal-data.tsx').then(page => page.PersonalData));
const Legal = lazy(() => import('./pages/legal.tsx').then(page => page.Legal));
const CallList = lazy(() => import('./pages/call-list.tsx').then(page => page.CallList));
const Assignments = lazy(() => import('./pages/assignments.tsx').then(page => page.Assignments));
const MyAmphitheatrePage = lazy(() =>
  import('./before/my-amphitheatre-page.tsx').then(page => page.MyAmphitheatrePage),
);
const DeviceTestPage = lazy(() =>
  import('./device-test/device-test-page.tsx').then(page => page.DeviceTestPage),
);
const FavouritesPage = lazy(() =>
  import('./favourites/favourites-page.tsx').then(page => page.FavouritesPage),
);
const PostsPage = lazy(() => import('./offer/posts-page.tsx').then(page => page.PostsPage));
const FindSessionPage = lazy(() =>
  import('./public-pages/find-session-page.tsx').then(page => page.FindSessionPage),
);
const AdequacyPage = lazy(() => import('./public-pages/adequacy-page.tsx').then(page => page.AdequacyPage));
const EstablishmentsPage = lazy(() =>
  import('./public-pages/establishments-page.tsx').then(page => page.EstablishmentsPage),
);
const EstablishmentPage = lazy(() =>
  import('./public-pages/establishment-page.tsx').then(page => page.EstablishmentPage),
);
const InformationPage = lazy(() =>
  import('./public-pages/information-page.tsx').then(page => page.InformationPage),
);
const MySession = lazy(() => import('./room/room-page.tsx').then(page => page.MySession));
const ProxySession = lazy(() => import('./room/room-page.tsx').then(page => page.ProxySession));
const RehearsalRoom = lazy(() => import('./room/room-page.tsx').then(page => page.RehearsalRoom));
const DeskList = lazy(() => import('./desk/desk-list.tsx').then(page => page.DeskList));
const DeskRoom = lazy(() => import('./desk/desk-room.tsx').then(page => page.DeskRoom));
const DeskJournal = lazy(() => import('./desk/journal-page.tsx').then(page => page.JournalPage));
const MyAccessPage = lazy(() => import('./second-factor/my-access-page.tsx').then(page => page.MyAccessPage));
const InvitationPage = lazy(() =>
  import('./moderators/invitation-page.tsx').then(page => page.InvitationPage),
);
const ModeratorsPage = lazy(() =>
  import('./moderators/moderators-page.tsx').then(page => page.ModeratorsPage),
);
const FilesPage = lazy(() => import('./files/files-page.tsx').then(page => page.FilesPage));
const FilePage = lazy(() => import('./files/file-page.tsx').then(page => page.FilePage));
const DayBoard = lazy(() => import('./day/day-board.tsx').then(page => page.DayBoard));
const LeftPage = lazy(() => import('./left/left-page.tsx').then(page => page.LeftPage));
const PaperPage = lazy(() => import('./desk/paper-page.tsx').then(page => page.PaperPage));
const CheckCertificate = lazy(() => import('./documents/check-page.tsx').then(page => page.CheckCertificate));
const EstablishmentList = lazy(() =>
  import('./documents/establishment-list-page.tsx').then(page => page.EstablishmentList),
);
const DeskEstablishments = lazy(() =>
  import('./documents/establishments-page.tsx').then(page => page.DeskEstablishmentsPage),
);
const StatusRequests = lazy(() => import('./status/requests-page.tsx').then(page => page.StatusRequestsPage));
const MandateInvitation = lazy(() =>
  import('./mandate/invitation-page.tsx').then(page => page.InvitationPage),
);
const ChartPage = lazy(() => import('./chart/chart-page.tsx').then(page => page.ChartPage));
const PreparePage = lazy(() => import('./prepare/prepare-page.tsx').then(page => page.PreparePage));

export const App = (): VNode => (
  <LocationProvider>
    <LiveRegions />
    <OfflineNote />
    <ErrorBoundary>
      <Router onRouteChange={() => window.scrollTo(0, 0)} onLoadEnd={focusContent}>
        <Route path="/" component={Home} />
        <Route path="/connexion" component={SignIn} />
        <Route path="/inscription" component={SignUpPage} />
        <Route path="/profil" component={ProfilePage} />
        <Route path="/adresse" component={EmailChangePage} />
        <Route path="/mot-de-passe" component={PasswordPage} />
        <Route path="/amphitheatres" component={Amphitheatres} />
        <Route path="/amphitheatres/:amphitheatre" component={CallList} />
        <Route path="/postes" component={PostsPage} />
        <Route path="/notifications" component={Notifications} />
        <Route path="/notifications/reglages" component={NotificationPreferences} />
        <Route path="/affectations" component={Assignments} />
        <Route path="/trouver-ma-session" component={FindSessionPage} />
        <Route path="/adequation" component={AdequacyPage} />
        <Route path="/etablissements" component={EstablishmentsPage} />
        <Route path="/etablissements/:finess" component={EstablishmentPage} />
        <Route path="/informations" component={InformationPage} />
        <Route path="/courriers" component={Mailbox} />
        <Route path="/courriers/:mail" component={Mailbox} />
        <Route path="/mon-amphitheatre" component={MyAmphitheatrePage} />
        <Route path="/tester-mon-poste" component={DeviceTestPage} />
        <Route path="/favoris" component={FavouritesPage} />
        <Route path="/ma-session" component={MySession} />
        <Route path="/procuration" component={ProxySession} />
        <Route path="/procuration/demande" component={MandateInvitation} />
        <Route path="/amphi-blanc/:session" component={RehearsalRoom} />
        <Route path="/salle" component={DeskList} />
        <Route path="/salle/etablissements" component={DeskEstablishments} />
        <Route path="/salle/demandes" component={StatusRequests} />
        <Route path="/attestation" component={CheckCertificate} />
        <Route path="/etablissement-affectations" component={EstablishmentList} />
        <Route path="/salle/:amphitheatre" component={DeskRoom} />
        <Route path="/salle/:amphitheatre/journal/:session" component={DeskJournal} />
        <Route path="/salle/:amphitheatre/a-affecter" component={LeftPage} />
        <Route path="/salle/:amphitheatre/papier" component={PaperPage} />
        <Route path="/salle/:amphitheatre/preparation" component={PreparePage} />
        <Route path="/journee" component={DayBoard} />
        <Route path="/internes" component={FilesPage} />
        <Route path="/internes/:person" component={FilePage} />
        <Route path="/mon-acces" component={MyAccessPage} />
        <Route path="/invitation" component={InvitationPage} />
        <Route path="/gestionnaires" component={ModeratorsPage} />
        <Route path="/etats" component={ChartPage} />
        <Route path="/etats/:session" component={ChartPage} />
        <Route path="/aide" component={Help} />
        <Route path="/accessibilite" component={Accessibility} />
        <Route path="/donnees-personnelles" component={PersonalData} />
        <Route path="/mentions-legales" component={Legal} />
        <Route default component={NotFound} />
      </Router>
    </ErrorBoundary>
    <Turn />
    <Unattended />
    <NewVersion />
  </LocationProvider>
);

/** A new page begins at its content for those who read by keyboard or ear; the very first one where browsers begin. */
let opened = '';
function focusContent(url: string): void {
  const path = url.split('?')[0] ?? '';
  if (opened !== '' && opened !== path) document.getElementById('contenu')?.focus({ preventScroll: true });
  opened = path;
}

/** An intern or a holder away from the room is connected all the same: their turn comes wherever they are. */
function Turn(): VNode | null {
  const { path } = useLocation();
  const follows = (me.value?.intern ?? me.value?.mandatary ?? null) !== null;
  return follows && !isRoom(path) ? (
    <ErrorBoundary>
      <TurnElsewhere />
    </ErrorBoundary>
  ) : null;
}

/** A moderator away from a room that runs, or waits to start, without anybody is called to it, whatever page is open. */
function Unattended(): VNode | null {
  const { path } = useLocation();
  const shown = (me.value?.moderator ?? null) !== null && isAlertedAt(path);
  return shown ? (
    <ErrorBoundary>
      <UnattendedStrip />
    </ErrorBoundary>
  ) : null;
}

/** Its part is loaded when there is something to offer. */
const NewVersion = (): VNode | null =>
  newVersion.value === null ? null : (
    <ErrorBoundary>
      <UpdateOffer />
    </ErrorBoundary>
  );
