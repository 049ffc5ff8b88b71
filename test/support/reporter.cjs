/**
 * Mocha's own list, and at the end one line that a machine can read: `N passed, N failed, N skipped`. With
 * `FAILED_FILES=<path>` each failure adds a line there, file and title apart by a tab, for `.ci/run` to look at again.
 */
const { appendFileSync } = require('node:fs');
const { Runner, reporters } = require('mocha');
const { writeFileTimes } = require('./file-times.cjs');

module.exports = class Reporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const { FAILED_FILES: failedFiles, FILE_TIMES: fileTimes } = process.env;
    if (fileTimes) writeFileTimes(fileTimes, runner);
    if (failedFiles) {
      runner.on(Runner.constants.EVENT_TEST_FAIL, (test, fault) => {
        const what = [test.fullTitle(), fault.message].map(text => text.split('\n')[0]).join(' — ');
        appendFileSync(failedFiles, `${test.file ?? test.parent?.file ?? ''}\t${what}\n`);
      });
    }
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      process.stdout.write(`\n${passes} passed, ${failures} failed, ${pending} skipped\n`);
    });
  }
};
