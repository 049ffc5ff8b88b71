/** One CTE of `append`'s statement with its parameters; append-statement.ts puts them together. */
export interface StatementPart {
  readonly text: string;
  readonly params: readonly unknown[];
}
