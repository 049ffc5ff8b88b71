/** Cuts a cell's text into lines that fit: at spaces, and inside a word only where the word alone is too long. Pure. */

/** @param widthOf of a text in the cell's face, in points. At least one line. */
export function wrapped(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  if (widthOf(text) <= width) return [text]; // nearly every cell: measured once
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (widthOf(line) > width && line.length > 1) {
      const head = headOf(line, width, widthOf);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return [...lines, line];
}

function headOf(word: string, width: number, widthOf: (text: string) => number): string {
  let head = word.slice(0, -1);
  while (head.length > 1 && widthOf(head) > width) head = head.slice(0, -1);
  return head;
}
