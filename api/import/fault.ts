/** What is wrong with a file, said in French to whoever prepared it: the import lists all of it and changes nothing. */

export interface ImportFault {
  /** The file's name as given, or the option's: `--semester`. */
  readonly file: string;
  /** As a text editor counts, the header being line 1; null where it concerns the whole file. */
  readonly line: number | null;
  readonly column: string | null;
  readonly reason: string;
}

/** Thrown inside the import's transaction so that it is rolled back; never leaves `importAmphitheatres`. */
export class ImportRefused extends Error {
  readonly faults: readonly ImportFault[];

  constructor(faults: readonly ImportFault[]) {
    super(`${faults.length} faults`);
    this.faults = faults;
  }
}
