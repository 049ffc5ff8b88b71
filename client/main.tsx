/** Where the client begins: the look, what is known of the installation and the account, the pages by their address. */
import './ui/theme/theme.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { keepInstallPrompt } from './install/install-prompt.ts';
import { followNetwork } from './install/offline-note.tsx';
import { registerWorker } from './install/worker.ts';
import { isRoom } from './service-worker/answering.ts';
import { loadMe, loadSettings, me, tellSignOuts, unreachable } from './http/account.ts';

/** Pages are loaded when first opened: a release meanwhile has taken their files away, and a reload brings the new ones. */
const NEW_PAGE_MS = 10_000; // a page as young as this is the newest: reloading would only go round
window.addEventListener('vite:preloadError', () => {
  // Never under a session: the room has all its own files, and whoever leaves it comes past here again.
  if (performance.now() > NEW_PAGE_MS && !isRoom(window.location.pathname)) window.location.reload();
});

const AGAIN_MS = 3_000;
const WORKER_AFTER_MS = 3_000;

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no #app');
void begin();
// Apart from what the first page needs to be seen.
void import('./live/hold.ts').then(({ holdLives }) => holdLives(me));
void import('./favourites/held.ts').then(({ holdFavourites }) => holdFavourites({ me, unreachable }));
window.addEventListener('online', () => void tellSignOuts());
followNetwork();
keepInstallPrompt();
render(<App />, place);
// Its files would stand in the way of the first page's over a slow line.
setTimeout(() => void registerWorker(), WORKER_AFTER_MS);

/** Where the server does not answer, again until it does: the page says so meanwhile. */
async function begin(): Promise<void> {
  await Promise.all([loadMe(), loadSettings()]);
  if (me.peek() === null) setTimeout(() => void begin(), AGAIN_MS);
}
