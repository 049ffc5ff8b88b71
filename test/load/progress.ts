/** A progress bar where somebody looks on, a line at each tenth elsewhere. */
export interface Progress {
  show(done: number, note: string): void;
  end(): void;
}

const WIDTH = 30;

export function progressBar(total: number, out: NodeJS.WriteStream = process.stderr): Progress {
  let tenth = -1;
  return {
    show(done, note) {
      const part = total === 0 ? 1 : done / total;
      if (out.isTTY) {
        const full = Math.round(part * WIDTH);
        out.write(`\r\u001b[2K${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${total}  ${note}`);
      } else if (Math.floor(part * 10) > tenth) {
        tenth = Math.floor(part * 10);
        out.write(`${done}/${total}  ${note}\n`);
      }
    },
    end() {
      if (out.isTTY) out.write('\n');
    },
  };
}
