/** So many at once, the others wait outside: a crowd at one door leaves processor and connections to all other doors. */

/** @returns what runs `most` works at once, the others in the order they came. */
export function atOnce(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const inTurn = fairlyAtOnce(most);
  return work => inTurn('', work);
}

/**
 * Where works wait, one of each lane in turn: who asks ten thousand times waits behind themselves.
 * @returns what runs `most` works at once, those of one lane in the order they came.
 */
export function fairlyAtOnce(most: number): <T>(lane: string, work: () => Promise<T>) => Promise<T> {
  const lanes = new Map<string, (() => void)[]>(); // whose turn is next first; only those where somebody waits
  let working = 0;
  const wait = (lane: string): Promise<void> =>
    new Promise(resolve => {
      const waiting = lanes.get(lane) ?? [];
      waiting.push(resolve);
      lanes.set(lane, waiting);
    });
  const next = (): void => {
    const [first] = lanes;
    if (first === undefined) return void (working -= 1);
    const [lane, waiting] = first;
    lanes.delete(lane);
    const begin = waiting.shift();
    if (waiting.length > 0) lanes.set(lane, waiting);
    begin?.();
  };
  return async (lane, work) => {
    if (working >= most) await wait(lane);
    else working += 1;
    try {
      return await work();
    } finally {
      next();
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
