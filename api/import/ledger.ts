/**
 * What an import changes, amphitheatre by amphitheatre: it becomes the summary, the acts, and the faults of those that
 * have started, where no row may change anything any more (domain §11).
 */
import type { AmphitheatreId } from '../../machines/ids.ts';
import { ImportRefused, type ImportFault } from './fault.ts';
import type { Amphitheatre } from './store/amphitheatres.ts';

export type ChangeKind =
  | 'peopleAdded'
  | 'peopleRemoved'
  | 'peopleChanged'
  /** What nobody else sees and no order depends on: e-mail, telephone, UFR, headcounts. Allowed at any time. */
  | 'particulars'
  | 'absences'
  | 'postsAdded'
  | 'postsRemoved'
  | 'postsChanged'
  | 'services'
  | 'callOrder'
  | 'sessions'
  | 'published';

export type Tally = Readonly<Record<ChangeKind, number>>;

/** What the directory is made of: the others leave its edition as it is. */
const DIRECTORY: readonly ChangeKind[] = [
  'peopleAdded',
  'peopleRemoved',
  'peopleChanged',
  'postsAdded',
  'postsRemoved',
  'postsChanged',
  'services',
  'callOrder',
];

/** Where the files say it. */
export interface FilePlace {
  readonly file: string;
  readonly line: number | null;
}

export class Ledger {
  readonly #amphitheatres: ReadonlyMap<AmphitheatreId, Amphitheatre>;
  readonly #tallies = new Map<AmphitheatreId, Record<ChangeKind, number>>();
  readonly #faults: ImportFault[] = [];

  constructor(amphitheatres: ReadonlyMap<AmphitheatreId, Amphitheatre>) {
    this.#amphitheatres = amphitheatres;
  }

  /** `what` says the change in French, for the fault that it is where the amphitheatre has started. */
  note(id: AmphitheatreId, kind: ChangeKind, place: FilePlace, what: string): void {
    const amphitheatre = this.#amphitheatres.get(id);
    if (amphitheatre === undefined) throw new Error(`amphitheatre ${id} was not locked`);
    const tally = this.#tallies.get(id) ?? emptyTally();
    tally[kind] += 1;
    this.#tallies.set(id, tally);
    if (!amphitheatre.started || kind === 'particulars') return;
    const reason = `L’amphithéâtre «\u00a0${amphitheatre.title}\u00a0» a commencé\u00a0: ${what}.`;
    this.#faults.push({ ...place, column: null, reason });
  }

  fault(fault: ImportFault): void {
    this.#faults.push(fault);
  }

  /** @throws ImportRefused where anything noted is a fault: to be called before the first write. */
  refuseFaults(): void {
    if (this.#faults.length > 0) throw new ImportRefused(this.#faults);
  }

  tally(id: AmphitheatreId): Tally {
    return this.#tallies.get(id) ?? emptyTally();
  }

  changed(id: AmphitheatreId): boolean {
    return this.#tallies.has(id);
  }

  /** Whether watchers have something new to read. */
  visible(id: AmphitheatreId): boolean {
    const { particulars: _unseen, ...seen } = this.tally(id);
    return Object.values(seen).some(count => count > 0);
  }

  directoryChanged(id: AmphitheatreId): boolean {
    return DIRECTORY.some(kind => this.tally(id)[kind] > 0);
  }
}

const emptyTally = (): Record<ChangeKind, number> => ({
  peopleAdded: 0,
  peopleRemoved: 0,
  peopleChanged: 0,
  particulars: 0,
  absences: 0,
  postsAdded: 0,
  postsRemoved: 0,
  postsChanged: 0,
  services: 0,
  callOrder: 0,
  sessions: 0,
  published: 0,
});
