/** Where the client begins: the look, what is known of the installation and the account, the pages by their address. */
import './ui/theme/theme.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { loadMe, loadSettings } from './http/account.ts';

/** Pages are loaded when first opened: a release meanwhile has taken their files away, and a reload brings the new ones. */
const NEW_PAGE_MS = 10_000; // a page as young as this is the newest: reloading would only go round
window.addEventListener('vite:preloadError', () => {
  if (performance.now() > NEW_PAGE_MS) window.location.reload();
});

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no #app');
void loadMe();
void loadSettings();
render(<App />, place);
