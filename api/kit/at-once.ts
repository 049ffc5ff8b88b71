/** So many at once, the others wait outside: a crowd at one door leaves processor and connections to all other doors. */

/** @returns what runs `most` works at once, the others in the order they came. */
export function atOnce(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let working = 0;
  return async work => {
    if (working >= most) await new Promise<void>(resolve => waiting.push(resolve));
    else working += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else working -= 1;
    }
  };
}

/**
 * One at a time for each account. Changes that wait for the same row in PostgreSQL would each hold a connection while they
 * wait: a script that sends a thousand under one account would leave none to anybody else.
 */
export function oneAtATime(): <T>(account: number, work: () => Promise<T>) => Promise<T> {
  const last = new Map<number, Promise<void>>();
  return (account, work) => {
    const done = (last.get(account) ?? Promise.resolve()).then(work);
    const over = done.then(
      () => undefined,
      () => undefined,
    );
    last.set(account, over);
    void over.then(() => (last.get(account) === over ? last.delete(account) : undefined));
    return done;
  };
}
