/** All addresses of the client: one line per page, each loaded when it is first opened. */
import type { VNode } from 'preact';
import { ErrorBoundary, lazy, LocationProvider, Route, Router } from 'preact-iso';
import { Home } from './pages/home.tsx';
import { NotFound } from './pages/not-found.tsx';
import { LiveRegions } from './ui/live-regions.tsx';

const SignIn = lazy(() => import('./pages/sign-in.tsx').then(page => page.SignIn));
const Amphitheatres = lazy(() => import('./pages/amphitheatres.tsx').then(page => page.Amphitheatres));
const Mailbox = lazy(() => import('./pages/mailbox.tsx').then(page => page.Mailbox));
const Help = lazy(() => import('./pages/help.tsx').then(page => page.Help));
const Accessibility = lazy(() => import('./pages/accessibility.tsx').then(page => page.Accessibility));
const PersonalData = lazy(() => import('./pages/personal-data.tsx').then(page => page.PersonalData));
const Legal = lazy(() => import('./pages/legal.tsx').then(page => page.Legal));
const CallList = lazy(() => import('./pages/call-list.tsx').then(page => page.CallList));
const Assignments = lazy(() => import('./pages/assignments.tsx').then(page => page.Assignments));
const MySession = lazy(() => import('./room/room-page.tsx').then(page => page.MySession));
const ProxySession = lazy(() => import('./room/room-page.tsx').then(page => page.ProxySession));
const DeskList = lazy(() => import('./desk/desk-list.tsx').then(page => page.DeskList));
const DeskRoom = lazy(() => import('./desk/desk-room.tsx').then(page => page.DeskRoom));
const DeskJournal = lazy(() => import('./desk/journal-page.tsx').then(page => page.JournalPage));

export const App = (): VNode => (
  <LocationProvider>
    <LiveRegions />
    <ErrorBoundary>
      <Router onRouteChange={() => window.scrollTo(0, 0)} onLoadEnd={focusContent}>
        <Route path="/" component={Home} />
        <Route path="/connexion" component={SignIn} />
        <Route path="/amphitheatres" component={Amphitheatres} />
        <Route path="/amphitheatres/:amphitheatre" component={CallList} />
        <Route path="/affectations" component={Assignments} />
        <Route path="/courriers" component={Mailbox} />
        <Route path="/courriers/:mail" component={Mailbox} />
        <Route path="/ma-session" component={MySession} />
        <Route path="/procuration" component={ProxySession} />
        <Route path="/salle" component={DeskList} />
        <Route path="/salle/:amphitheatre" component={DeskRoom} />
        <Route path="/salle/:amphitheatre/journal/:session" component={DeskJournal} />
        <Route path="/aide" component={Help} />
        <Route path="/accessibilite" component={Accessibility} />
        <Route path="/donnees-personnelles" component={PersonalData} />
        <Route path="/mentions-legales" component={Legal} />
        <Route default component={NotFound} />
      </Router>
    </ErrorBoundary>
  </LocationProvider>
);

/** A new page begins at its content for those who read by keyboard or ear; the very first one where browsers begin. */
let opened = '';
function focusContent(url: string): void {
  const path = url.split('?')[0] ?? '';
  if (opened !== '' && opened !== path) document.getElementById('contenu')?.focus({ preventScroll: true });
  opened = path;
}
