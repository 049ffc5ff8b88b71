/** French typography of what people read: a mark, a unit or a quotation never stands alone at the head of a line. */
import { expect } from 'chai';
import { parseSync, Visitor } from 'vite';
import { filesOf, isCode, read } from './tree.ts';

const UNIT = String.raw`(?:h|min|s|€|px|Mo|ko)(?![\p{L}\p{N}’])`;
const NO_BREAK = String.raw`(?:\u00a0|&nbsp;)`;
const NARROW = String.raw`(?:\u202f|&#8239;)`;

/** In a text; the end of a line of JSX is a plain space too. What follows keeps `limit ?::int` and `a :focus` out. */
const FAULTS: readonly RegExp[] = [
  /(?:^|[\p{L}\p{N})»”’…])\s*[ \n][:;!?»%](?=$|[\s»)&.,\u00a0])/u,
  /«[ \n]/u,
  new RegExp(String.raw`\d ${UNIT}`, 'u'),
  new RegExp(String.raw`(?:^|\d)[ \u00a0]h (?=\d|$)`, 'u'), // «10 h 30»
  new RegExp(`${NO_BREAK}[;!?]|${NARROW}[:»%]|«${NARROW}`, 'u'),
];
/** In what follows a value, as `${seconds} s` and `<b>{rank}</b> s`. */
const AFTER_A_VALUE = new RegExp(`^ ${UNIT}`, 'u');

/** A statement, whose parameters are `?`. */
const isSql = (text: string): boolean => /= \?|\?::/u.test(text);

function faultsOf(path: string): string[] {
  const code = read(path);
  const found: string[] = [];
  const look = (text: unknown, start: number, faults: readonly RegExp[]): void => {
    if (typeof text !== 'string' || isSql(text)) return;
    const at = faults.map(fault => text.search(fault)).find(index => index >= 0);
    if (at === undefined) return;
    const line = code.slice(0, start).split('\n').length;
    found.push(`${path}:${line} ${text.slice(Math.max(0, at - 30), at + 30).trim()}`);
  };
  new Visitor({
    Literal: node => look(node.value, node.start, FAULTS),
    TemplateElement: node => look(node.value.cooked, node.start, [...FAULTS, AFTER_A_VALUE]),
    JSXText: node => look(node.raw, node.start, [...FAULTS, AFTER_A_VALUE]),
  }).visit(parseSync(path, code).program);
  return found;
}

describe('french texts', () => {
  it('have a no-break space before : » %, after « and before a unit, a narrow one before ; ? !', () => {
    const files = ['client', 'api', 'machines', 'session-server'].flatMap(filesOf).filter(isCode);
    expect(files.flatMap(faultsOf)).to.deep.equal([]);
  });
});
