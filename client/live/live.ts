/**
 * The live side of one page: follows one amphitheatre for one sign-in, and keeps what it is told in signals. Open it
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
import { Link, nameOf } from './link.ts';
import type { LinkSnapshot } from './link.ts';
import { shownLink } from './link-state.ts';
import type { LinkState } from './link-state.ts';
import { browserParts } from './parts.ts';
import type { LiveParts } from './parts.ts';
import { PendingCommands } from './pending-commands.ts';
import type { CommandAnswer } from './pending-commands.ts';
import { PublicCopy } from './public-copy.ts';
import { noted } from './suspended.ts';

export interface Live {
  readonly link: ReadonlySignal<LinkState>;
  /** The public state, mutated in place: the object around it is new each time something in it has changed. */
  readonly view: ReadonlySignal<{ readonly state: PublicState } | null>;
  /** Names behind the ids, of the state's edition. */
  readonly directory: ReadonlySignal<Directory | null>;
  /** Interns and holders: of themselves. */
  readonly you: ReadonlySignal<You | null>;
  /** Moderators: the private side of the live session, and its journal as it grows. */
  readonly desk: ReadonlySignal<Desk | null>;
  /** Sessions whose record cannot be written now: time stands still there. */
  readonly suspended: ReadonlySignal<ReadonlySet<SessionId>>;
  /** Whose line changed while this client was away: marked for 5 s after the catching up. */
  readonly news: ReadonlySignal<ReadonlySet<PersonId>>;
  /** Each row as it is applied, for those who tell of changes rather than of states. */
  onDelta(listener: (delta: Delta) => void): () => void;
  /** The server's clock. */
  now(): Ms;
  /** One press of one button. Resolves with the answer, however long the line is away; never rejects. */
  command(session: SessionId, body: WireCommand): Promise<CommandAnswer>;
  retryNow(): void;
  close(): void;
}

const NEWS_MS = 5_000;
const SLICE_MS = 30;
/** Catching up shows its progress in about ten steps; a hidden page needs none. */
const STEPS = 10;
const DIRECTORY_AGAIN_MS = 2_000;

export function openLive(
  { amphitheatre, realm }: { readonly amphitheatre: AmphitheatreId; readonly realm: Realm },
  parts: LiveParts = browserParts,
): Live {
  const link = signal<LinkState>({ kind: 'connecting' });
  const view = signal<{ readonly state: PublicState } | null>(null);
  const directory = signal<Directory | null>(null);
  const you = signal<You | null>(null);
  const desk = signal<Desk | null>(null);
  const suspended = signal<ReadonlySet<SessionId>>(new Set());
  const news = signal<ReadonlySet<PersonId>>(new Set());
  const listeners = new Set<(delta: Delta) => void>();
  const copy = new PublicCopy();
  let greeted = false;
  let asking = false;
  let closed = false;
  let gone: Extract<ServerFrame, { type: 'gone' }>['code'] | null = null;
  let cancelSlice: (() => void) | null = null;
  let cancelNews: (() => void) | null = null;
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
    link.value = shownLink(snapshot, { now: parts.now(), stoppedAt, gone, before: link.peek() });
  }

  function hello(last: number | null): void {
    asking = true;
    line.send({ type: 'hello', protocol: PROTOCOL, amphitheatre, last });
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
      case 'desk':
        desk.value = frame;
        return;
      case 'row':
        return hearRow(frame);
      case 'moderators': {
        const held = desk.peek();
        if (held !== null) desk.value = { ...held, moderators: frame.names };
        return;
      }
      case 'notice':
        suspended.value = noted(suspended.peek(), frame);
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
      if (catchingUp) markNews(applied);
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
    if (directory.peek()?.edition !== state.edition) void fetchDirectory(state.edition);
  }

  let fetching: number | null = null;
  async function fetchDirectory(edition: number): Promise<void> {
    if (fetching === edition) return;
    fetching = edition;
    const answer = await parts.askDirectory(amphitheatre, edition);
    if (closed || fetching !== edition) return;
    fetching = null;
    if (answer !== null) directory.value = answer;
    else parts.after(DIRECTORY_AGAIN_MS, () => void (closed || show()));
  }

  function markNews(applied: readonly Delta[]): void {
    const people = applied.flatMap(({ facts }) =>
      facts.flatMap(fact => ('person' in fact ? [fact.person] : [])),
    );
    news.value = new Set([...news.peek(), ...people]);
    cancelNews?.();
    cancelNews = parts.after(NEWS_MS, () => {
      news.value = new Set();
    });
  }

  line.tell({ type: 'start' });
  return {
    link,
    view,
    directory,
    you,
    desk,
    suspended,
    news,
    onDelta(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    now: () => line.now(),
    command: (session, body) => pending.ask(session, body),
    retryNow: () => line.tell({ type: 'retry' }),
    close() {
      closed = true;
      cancelSlice?.();
      cancelNews?.();
      line.close();
      pending.end();
      listeners.clear();
    },
  };
}
