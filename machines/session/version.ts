/** Version of the rules, written in every journal row: raised when the same commands would give other facts. */
export const RULES_VERSION = 3;
