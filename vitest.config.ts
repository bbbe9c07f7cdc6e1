import { defineConfig } from 'vitest/config';
import { PlainSummaryReporter } from './scripts/plain-summary-reporter.ts';

export default defineConfig({
  // GitHub's packages come with maps of sources that they leave out; each would be a warning.
  logLevel: 'error',
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Most of a test file's time is spent in child processes and on the loopback.
    maxWorkers: '100%',
    reporters: ['default', new PlainSummaryReporter()],
    // GitHub's packages leave the endings off their imports, which node does not take.
    server: { deps: { inline: [/@actions\/(?:expressions|languageservice|workflow-parser)/] } },
  },
});
