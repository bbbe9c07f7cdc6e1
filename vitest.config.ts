import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { PlainSummaryReporter } from './scripts/plain-summary-reporter.ts';
import { SlowTestsFirst } from './scripts/slow-tests-first.ts';
import { FAST_TESTS } from './scripts/test-levels.ts';

// The program is started hundreds of times; what node has compiled once need not be compiled again.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/node');

export default defineConfig({
  // GitHub's packages come with maps of sources that they leave out; each would be a warning.
  logLevel: 'error',
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Most of a test file's time is spent in child processes, on the loopback and in waiting: a core serves more than one.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    // One process plays many files, so that what they share is loaded and compiled once.
    isolate: false,
    reporters: ['default', new PlainSummaryReporter()],
    sequence: { sequencer: SlowTestsFirst },
    // GitHub's packages leave the endings off their imports, which node does not take.
    server: { deps: { inline: [/@actions\/(?:expressions|languageservice|workflow-parser)/] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: FAST_TESTS,
          setupFiles: ['test/support/start-no-process.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'real',
          include: ['test/**/*.test.ts'],
          exclude: FAST_TESTS,
          globalSetup: ['test/support/browser/unpack-browser.ts', 'test/support/processes/build-program.ts'],
        },
      },
    ],
  },
});
