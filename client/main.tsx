/** Where the client begins: the look, what is known of the installation and the account, the pages by their address. */
import './ui/theme/theme.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { loadMe, loadSettings } from './http/account.ts';

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no #app');
void loadMe();
void loadSettings();
render(<App />, place);
