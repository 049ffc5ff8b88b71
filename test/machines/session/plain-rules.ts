/** Whether a command is accepted, in the independent model (plain-queue.ts): domain §2 to §4, read straight from its lists. */
import type { Sealed } from '../../../machines/sealed.ts';
import type { Command } from '../../../machines/session/commands.ts';
import type { PlainLists } from './plain-lists.ts';
import type { Somebody } from './plain-people.ts';

/** `late`: refused, and recorded for the moderators. */
export type PlainVerdict = 'accepted' | 'refused' | 'late';

type Of<Type extends Command['type']> = Extract<Command, { readonly type: Type }>;

export function judgePlainly(model: PlainLists, command: Command): PlainVerdict {
  if (!isTakenNow(model, command)) return 'refused';
  if (command.type === 'choose') return judgeChoice(model, command);
  return isAccepted(model, command) ? 'accepted' : 'refused';
}

const AFTERWARDS = [
  'correct',
  'assign',
  'leaveWithoutPost',
  'message',
  'readPhone',
  'setStatus',
  'setPost',
  'addPosts',
];

function isTakenNow({ closed, paused }: PlainLists, { type }: Command): boolean {
  if (closed) return AFTERWARDS.includes(type);
  if (paused)
    return !['pause', 'credit', 'deadline', 'graceOver', 'assign', 'leaveWithoutPost'].includes(type);
  return !['resume', 'assign', 'leaveWithoutPost'].includes(type);
}

function judgeChoice(model: PlainLists, command: Of<'choose'>): PlainVerdict {
  const { called, clock, turn, seats, paused } = model;
  const one = model.find(command.person);
  if (!one || one.kind === 'chosen' || !seats.offers(command.post)) return 'refused';
  if (one.mandate !== (command.by === 'mandatary')) return 'refused';
  if (one.lastTurn && command.turn <= one.lastTurn.turn) return 'late';
  if (one === called && command.turn < turn) return 'late';
  if (one !== called || command.turn !== turn) return 'refused';
  if (clock?.isOver(command.receivedAt)) return 'late';
  return !paused && seats.mayChoose(one, command.post) ? 'accepted' : 'refused';
}

function isAccepted(model: PlainLists, command: Command): boolean {
  const { clock, seats, called, grace } = model;
  const one = model.find('person' in command && command.type !== 'add' ? command.person : null);
  switch (command.type) {
    case 'pause':
      return isGiven(command.reason);
    case 'resume':
    case 'credit':
      return true;
    case 'close':
      return isCloseable(model, command);
    case 'deadline':
      return command.turn === model.turn && clock !== null && clock.due !== null && command.at >= clock.due;
    case 'graceOver':
      return grace.ends !== null && command.at >= grace.ends;
    case 'markAbsent':
      return isAboutCalled(model, command);
    case 'prolong':
      return isAboutCalled(model, command) && isProlongable(model, command);
    case 'pass':
      return isAboutCalled(model, command) && called !== null && !seats.mayChooseAny(called);
    case 'chooseOnBehalf':
      return isAboutCalled(model, command) && called !== null && seats.mayChoose(called, command.post);
    case 'add':
      return !model.find(command.person.id) && isGiven(command.reason);
    case 'addPosts':
      return (
        isGiven(command.reason) && command.posts.every(({ id }) => seats.posts.every(post => post.id < id))
      );
    case 'setPost':
      return isGiven(command.reason) && isBlockable(model, command);
    case 'message':
      return (
        isGiven(command.text) && (command.to === null ? !model.closed : model.find(command.to) !== undefined)
      );
    default:
      return one !== undefined && isAcceptedAbout(model, one, command);
  }
}

function isAcceptedAbout(model: PlainLists, one: Somebody, command: Command): boolean {
  const { kind, connected, elsewhere, mandate, choice } = one;
  switch (command.type) {
    case 'connected':
      return !elsewhere && !connected;
    case 'disconnected':
      return !elsewhere && connected;
    case 'rejoin':
      if (mandate !== (command.by === 'mandatary')) return false;
      return kind === 'absent' && one.returns < model.settings.returnsAllowed;
    case 'callBack':
      return command.on === kind && kind === 'absent' && isGivenOrOlder(command);
    case 'excuse':
      if (kind !== 'waiting' && kind !== 'returned' && kind !== 'absent') return false;
      return command.on === kind && isGiven(command.reason);
    case 'lift':
      return command.on === kind && kind === 'excused' && isGivenOrOlder(command);
    case 'setStatus':
      if (kind === 'chosen' || one.status === command.status) return false;
      return (command.on === null || command.on === one.status) && isGivenOrOlder(command);
    case 'setMandate':
      if (kind === 'chosen' || mandate === command.held) return false;
      return !(command.held && kind === 'called');
    case 'correct':
      if (choice?.post !== command.from || !isGiven(command.reason)) return false;
      return command.to === null || (command.to !== command.from && model.seats.mayChoose(one, command.to));
    case 'assign':
      return isLeftOver(one, command) && model.seats.mayChoose(one, command.post);
    case 'leaveWithoutPost':
      return isLeftOver(one, command) && kind !== 'withoutPost';
    case 'readPhone':
      return true;
    default:
      return false;
  }
}

const isGiven = ({ sealed }: Sealed): boolean => (sealed ?? '').trim() !== '';

/** Journals of older rules say no reason. */
const isGivenOrOlder = ({ reason }: { readonly reason?: Sealed }): boolean =>
  reason === undefined || isGiven(reason);

function isCloseable({ stillToChoose, paused }: PlainLists, { on, force }: Of<'close'>): boolean {
  if ((on === 'paused') !== paused) return false;
  return stillToChoose === 0 || (force?.unchosen === stillToChoose && isGiven(force.reason));
}

type AboutCalled = Of<'markAbsent' | 'prolong' | 'pass' | 'chooseOnBehalf'>;

const isAboutCalled = ({ called, turn, clock, paused }: PlainLists, command: AboutCalled): boolean =>
  called?.id === command.person &&
  command.turn === turn &&
  command.on === clock?.mode &&
  (command.during === undefined || command.during === (paused ? 'paused' : 'running')) &&
  isGiven(command.reason);

/** On the clock that was seen, where one was. */
function isProlongable({ clock }: PlainLists, { byMs, was }: Of<'prolong'>): boolean {
  const isSeen = !was || (was.endsAt === clock?.ends && was.leftMs === clock.left);
  return isSeen && byMs >= 10_000 && byMs <= 300_000;
}

function isBlockable({ seats }: PlainLists, { post, blocked }: Of<'setPost'>): boolean {
  return seats.offers(post) && !seats.holders().has(post) && seats.blocked.has(post) !== blocked;
}

const isLeftOver = (
  { kind }: Somebody,
  { on, laterOpen, reason }: Of<'assign' | 'leaveWithoutPost'>,
): boolean => laterOpen === null && kind !== 'chosen' && kind === on && isGiven(reason);
