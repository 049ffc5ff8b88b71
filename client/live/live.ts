/**
 * The live side of one page: follows one amphitheatre, or one rehearsal of it, for one sign-in, and keeps what it is told in signals. Open it
 * when the page opens, close it when the page is left; `client/room` and `client/desk` read it.
 */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Directory } from '../../machines/directory.ts';
import type { AmphitheatreId, Ms, PersonId, SessionId } from '../../machines/ids.ts';
import type { PublicState } from '../../machines/session/public-state.ts';
import type {
  Delta,
  Desk,
  DeskRow,
  Realm,
  ServerFrame,
  WireCommand,
  You,
} from '../../machines/wire/frames.ts';
import { PROTOCOL } from '../../machines/wire/frames.ts';
import { missesRows, withRow } from './desk-copy.ts';
import { Link, type LinkSnapshot, nameOf } from './link.ts';
import { type LinkState, shownLink } from './link-state.ts';
import { browserParts, type LiveParts } from './parts.ts';
import { names } from './names.ts';
import { type CommandAnswer, PendingCommands } from './pending-commands.ts';
import { PublicCopy } from './public-copy.ts';
import { news as openNews } from './news.ts';
import { type OwnNews, ownNews } from './own-news.ts';
import { noted, type Suspended } from './suspended.ts';

export interface Live extends OwnNews {
  readonly link: ReadonlySignal<LinkState>;
  /** The public state, mutated in place: the object around it is new each time something in it has changed. */
  readonly view: ReadonlySignal<{ readonly state: PublicState } | null>;
  /** Names behind the ids, of the state's edition. */
  readonly directory: ReadonlySignal<Directory | null>;
  /** Interns and holders: of themselves. */
  readonly you: ReadonlySignal<You | null>;
  /** Moderators: the private side of the live session, and its journal as it grows. */
  readonly desk: ReadonlySignal<Desk | null>;
  /** Moderators: the names of those in the room, before its session starts too. */
  readonly moderators: ReadonlySignal<readonly string[]>;
  /** Sessions whose record cannot be written now: time stands still there, since when. */
  readonly suspended: ReadonlySignal<Suspended>;
  /** Whose line changed while this client was away: marked for 5 s after the catching up. */
  readonly news: ReadonlySignal<ReadonlySet<PersonId>>;
  /** Each row as it is applied, for those who tell of changes rather than of states. */
  onDelta(listener: (delta: Delta) => void): () => void;
  now(): Ms; // the server's clock
  /** One press of one button. Resolves with the answer, however long the line is away; never rejects. */
  command(session: SessionId, body: WireCommand): Promise<CommandAnswer>;
  retryNow(): void;
  close(): void;
}

const SLICE_MS = 30;
const STEPS = 10; // a catching up shows its progress in about so many; a hidden page needs none

export interface Followed {
  readonly amphitheatre: AmphitheatreId;
  readonly rehearsal?: SessionId | null; // has a stream of its own; null: the amphitheatre itself
  readonly realm: Realm;
  readonly aside?: boolean; // a moderator on another page than the room
  /** Of its directory, as far as one knows: asked for while the line is still being opened. */
  readonly edition?: number | null;
}

export function openLive(
  { amphitheatre, rehearsal = null, realm, aside = false, edition = null }: Followed,
  parts: LiveParts = browserParts,
): Live {
  const link = signal<LinkState>({ kind: 'connecting' });
  const view = signal<{ readonly state: PublicState } | null>(null);
  const known = names(amphitheatre, parts);
  const you = signal<You | null>(null);
  const { hear: hearOwn, ...own } = ownNews();
  const desk = signal<Desk | null>(null);
  const moderators = signal<readonly string[]>([]);
  const suspended = signal<Suspended>(new Map());
  const news = openNews(parts);
  const listeners = new Set<(delta: Delta) => void>();
  const copy = new PublicCopy();
  let greeted = false;
  let asking = false;
  let gone: Extract<ServerFrame, { type: 'gone' }>['code'] | null = null;
  let cancelSlice: (() => void) | null = null;
  let stoppedAt: Ms | null = null;

  const line = new Link(parts, realm, {
    changed: snapshot => noteLink(snapshot),
    opened: () => hello(copy.last),
    heard: frame => batch(() => hear(frame)),
  });
  const pending = new PendingCommands(
    () => parts.newId(),
    frame => {
      if (greeted) line.send(frame);
    },
  );

  function noteLink(snapshot: LinkSnapshot): void {
    const name = nameOf(snapshot);
    if (name === 'lost' && link.peek().kind !== 'lost') stoppedAt = line.now();
    if (name === 'lost' || name === 'signedOut' || name === 'stopped') {
      greeted = false;
      asking = false;
    }
    if (name === 'signedOut' || name === 'stopped') pending.end();
    const shown = shownLink(snapshot, { now: parts.now(), stoppedAt, gone, before: link.peek() });
    const [mandateEnded, seen] = [shown.kind === 'signedOut' && shown.mandateEnded, you.peek()];
    if (mandateEnded && seen !== null) you.value = { ...seen, chooser: false };
    link.value = shown;
  }

  function hello(last: number | null): void {
    asking = true;
    const more = { ...(rehearsal === null ? {} : { rehearsal }), ...(aside ? { aside } : {}) };
    line.send({ type: 'hello', protocol: PROTOCOL, amphitheatre, ...more, last });
  }

  function hear(frame: ServerFrame): void {
    pending.hear(frame);
    switch (frame.type) {
      case 'snapshot':
        copy.replace(frame.state);
        cancelSlice?.();
        cancelSlice = null;
        greet(0);
        return show();
      case 'resumed':
        for (const delta of frame.deltas) copy.hear(delta);
        greet(copy.behind);
        return drain();
      case 'delta': {
        const heard = copy.hear(frame);
        if (heard === 'askAgain' && !asking) hello(copy.last);
        if (heard === 'waiting' && cancelSlice === null) drain();
        return;
      }
      case 'head':
        if (copy.head(frame.pub) === 'askAgain' && !asking) hello(copy.last);
        return;
      case 'gone':
        gone = frame.code;
        return line.tell({ type: 'gone' });
      case 'you':
        you.value = frame;
        return;
      case 'favourites':
      case 'bell':
      case 'changed':
        return hearOwn(frame);
      case 'desk':
        desk.value = frame;
        moderators.value = frame.moderators;
        return;
      case 'row':
        return hearRow(frame);
      case 'moderators':
        moderators.value = frame.names;
        return;
      case 'notice':
        suspended.value = noted(suspended.peek(), frame, line.now());
        return;
      // `ahead` says what the same pure function says of the state here; answers went to `pending`.
      default:
        return;
    }
  }

  function hearRow(row: DeskRow): void {
    const held = desk.peek();
    if (held !== null && !missesRows(held, row)) desk.value = withRow(held, row);
    else if (!asking) hello(copy.last);
  }

  function greet(behind: number): void {
    greeted = true;
    if (asking) suspended.value = new Map(); // told anew after the answer to `hello`
    asking = false;
    line.tell({ type: 'greeted', behind });
    pending.repeat();
  }

  /** Applies what waits: at once where it is one row, in steps that can be seen where it is a catching up. */
  function drain(): void {
    const catchingUp = link.peek().kind === 'catchingUp';
    const limit = catchingUp && !parts.hidden() ? Math.max(1, Math.ceil(copy.behind / STEPS)) : Infinity;
    step(limit);
  }

  function step(limit: number): void {
    cancelSlice = null;
    const catchingUp = link.peek().kind === 'catchingUp';
    const { applied, wrong } = copy.apply(limit);
    if (applied.length === 0) return;
    batch(() => {
      show();
      if (catchingUp) news.mark(applied);
      line.tell({ type: 'applied', rows: applied.length });
      for (const delta of applied) for (const listener of listeners) listener(delta);
    });
    if (wrong) return hello(null);
    if (copy.behind > 0) cancelSlice = parts.after(SLICE_MS, () => step(limit));
  }

  function show(): void {
    const { state } = copy;
    if (state === null) return;
    view.value = { state };
    known.want(state.edition);
  }

  line.tell({ type: 'start' });
  if (edition !== null) known.expect(edition);
  return {
    link,
    view,
    directory: known.directory,
    you,
    ...own,
    desk,
    moderators,
    suspended,
    news: news.people,
    onDelta(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    now: () => line.now(),
    command: (session, body) => pending.ask(session, body),
    retryNow: () => line.tell({ type: 'retry' }),
    close() {
      known.close();
      cancelSlice?.();
      news.close();
      line.close();
      pending.end();
      listeners.clear();
    },
  };
}
