/** One thing at a time, in the order asked: what a session's commands stand in. */

/** @returns what runs `work` after everything asked before it; a failure is its asker's alone. */
export function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  return work => {
    const run = tail.then(work);
    tail = run.catch(() => undefined);
    return run;
  };
}
