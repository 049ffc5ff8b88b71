/** Says in one sentence what is missing before anything else is loaded: run by `npm start` and `npm test`, plain JavaScript so that any Node can read it. */
import { createRequire } from 'node:module';

/** @returns the sentence to print, or null where everything is there. */
function missing() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const nodeIsRight = (major === 20 && minor >= 19) || major === 22 || major === 24;
  if (!nodeIsRight)
    return `Node ${process.versions.node} is not one this program runs on: install Node 20 (20.19 or newer), 22 or 24, for instance with "nvm install 20".`;
  try {
    createRequire(import.meta.url)('uWebSockets.js');
    return null;
  } catch (error) {
    return whyNotLoaded(major, String(error?.message ?? error));
  }
}

function whyNotLoaded(major, message) {
  if (message.includes('Cannot find module') && message.includes("'uWebSockets.js'"))
    return 'The dependencies are not installed: run "npm ci" first.';
  if (process.platform !== 'linux')
    return `uWebSockets.js does not load on ${process.platform} ${process.arch} with Node ${process.versions.node} (${firstLine(message)}): use Node 20, 22 or 24 on Linux, macOS or Windows.`;
  const glibc = process.report.getReport().header.glibcVersionRuntime;
  if (!glibc)
    return 'uWebSockets.js needs glibc, which this system (Alpine?) does not have: use Debian, Ubuntu, Fedora, macOS or Windows.';
  const needed = major === 20 ? '2.27' : '2.38';
  if (older(glibc, needed))
    return `uWebSockets.js needs glibc ${needed} or newer with Node ${major} and this system has ${glibc}: install Node 20 instead ("nvm install 20"), or use Debian 13 or Ubuntu 24.04.`;
  return `uWebSockets.js does not load here (${firstLine(message)}): run "npm ci" again, or install Node 20.`;
}

const firstLine = text => text.split('\n')[0];

const older = (have, needed) => have.localeCompare(needed, 'en', { numeric: true }) < 0;

const sentence = missing();
if (sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
