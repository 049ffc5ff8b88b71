/** `npm test` itself: lanes summed, told whole, and failed where one of them is not to be believed. */
import { expect } from 'chai';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Limits } from './lane.ts';
import { type Lane, LANES, mocha } from './lanes.ts';
import { runTogether } from './together.ts';

const FIXTURES = join('test', 'lanes', 'fixtures');
const LIMITS = { silentMs: 30_000, leavesWithinMs: 30_000, endsWithinMs: 500 };

interface Run {
  readonly passed: boolean;
  /** As they were printed: suites, then summaries. */
  readonly blocks: readonly string[];
  readonly text: string;
  readonly last: string;
  /** What `FAILED_FILES` holds, a line each. */
  readonly failed: readonly string[];
}

describe('the lanes of npm test', () => {
  let folder: string;
  let failedFiles: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'amphitheatre-lanes-'));
    failedFiles = join(folder, 'failed-files');
    writeFileSync(failedFiles, '');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const fixture = (name: string): Lane => ({
    name,
    command: mocha(join(FIXTURES, `${name}.ts`)),
    environment: { ...process.env, FAILED_FILES: failedFiles, FILE_TIMES: '' },
  });

  const run = async (names: readonly string[], limits: Partial<Limits> = {}): Promise<Run> => {
    const blocks: string[] = [];
    const together = runTogether(
      names.map(fixture),
      { ...LIMITS, ...limits },
      {
        write: text => blocks.push(text),
        failed: what => appendFileSync(failedFiles, `(lane) ${what}\n`),
      },
    );
    const passed = await together.passed;
    const text = blocks.join('');
    const last = text.trimEnd().split('\n').at(-1) ?? '';
    return { passed, blocks, text, last, failed: readFileSync(failedFiles, 'utf8').split('\n').slice(0, -1) };
  };

  it('pass where each of them ran tests and none failed', async () => {
    const { passed, last, failed } = await run(['passes', 'passes']);
    expect({ passed, last, failed }).to.deep.equal({
      passed: true,
      last: '4 passed, 0 failed, 2 skipped',
      failed: [],
    });
  });

  it('are told suite by suite, failures at the end, and one closing line that sums them', async () => {
    const { passed, blocks, text, last, failed } = await run(['fails', 'passes']);
    expect({ passed, last }).to.deep.equal({ passed: false, last: '3 passed, 1 failed, 1 skipped' });
    expect(text.match(/^\d+ passed, .* skipped$/gmu)).to.have.lengthOf(1);
    const whole = blocks.find(block => block.includes('a suite that fails\n'));
    expect(whole).to.include('holds one thing').and.to.include('does not hold another');
    expect(text.indexOf('expected ')).to.be.greaterThan(text.indexOf('a suite that passes'));
    expect(failed).to.have.lengthOf(1);
    expect(failed[0]).to.include('fails.ts\ta suite that fails does not hold another — expected');
  });

  it('fail where one breaks off, were it with the code of success', async () => {
    const { passed, text, last, failed } = await run(['passes', 'crashes']);
    expect({ passed, last }).to.deep.equal({ passed: false, last: '2 passed, 1 failed, 1 skipped' });
    expect(text).to.include('a suite that crashes\n    ✔ holds one thing'); // as far as it came
    expect(text).to.include('== crashes ended with code 0 before its tests were over');
    expect(failed).to.deep.equal(['(lane) the lane "crashes" ended with code 0 before its tests were over']);
  });

  it('fail where one says nothing any more, and end it', async () => {
    const { passed, text, last } = await run(['hangs'], { silentMs: 3_000 });
    expect({ passed, last }).to.deep.equal({ passed: false, last: '0 passed, 1 failed, 0 skipped' });
    expect(text).to.include('== hangs said nothing for 3 s and was ended');
  });

  it('fail where one does not leave after its last test, its tests counted', async () => {
    const { passed, text, last } = await run(['stays'], { leavesWithinMs: 500 });
    expect({ passed, last }).to.deep.equal({ passed: false, last: '1 passed, 1 failed, 0 skipped' });
    expect(text).to.include('== stays was still there after its last test');
  });

  for (const name of ['empty', 'nowhere'])
    it(`fail where one runs no test: ${name}`, async () => {
      const { passed, text } = await run(['passes', name]);
      expect(passed).to.equal(false);
      expect(text).to.match(new RegExp(`== ${name} (?:ran no test|ended with code 1 before)`, 'u'));
    });

  it('fail on an only that somebody forgot', async () => {
    const { passed, text } = await run(['passes', 'only']);
    expect(passed).to.equal(false);
    expect(text).to.include('`.only` ');
  });

  it('are all ended when the run is', async () => {
    const together = runTogether(['hangs', 'stays'].map(fixture), LIMITS, {
      write: () => undefined,
      failed: () => undefined,
    });
    together.end('was ended: SIGTERM');
    expect(await together.passed).to.equal(false);
  });

  it('have every test file in exactly one of them', () => {
    const specs = LANES.map(({ command }) => {
      const [, files = '', , ignored] = command;
      return { files, ignored };
    });
    const [first, ...others] = specs;
    expect(first?.ignored).to.equal(undefined);
    expect(others.at(-1)?.files).to.equal('test/**/*.test.{ts,tsx}');
    expect(others.map(({ ignored }) => ignored)).to.deep.equal(specs.slice(0, -1).map(({ files }) => files)); // one within the next
  });

  it('take no fixture for a test', () => {
    expect(readdirSync(FIXTURES).filter(name => name.includes('.test.'))).to.deep.equal([]);
  });
});
