/** One CTE of `append`'s statement with its parameters; append-statement.ts puts them together. */
export interface StatementPart {
  readonly text: string;
  readonly params: readonly unknown[];
  /** The one named `mails`, whose jobs the final select adds. */
  readonly mails?: true;
}
