/** Work that many events ask for and that is the same for all of them: one at a time, and once more where asked meanwhile. */

/** @returns asks for the work. A failure is told and ends that one time only. */
export function again(work: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let running = false;
  let asked = false;
  const run = async (): Promise<void> => {
    running = true;
    while (asked) {
      asked = false;
      await work().catch(failed);
    }
    running = false;
  };
  return () => {
    asked = true;
    if (!running) void run();
  };
}
