import type { Reporter, TestModule, Vitest } from 'vitest/node';

/**
 * Ends a test run with one plain line, `N passed, N failed, N skipped`, counted from vitest's own results.
 * What fails without being a test counts as a failure of its own: a file that cannot be loaded, a hook of a file or a
 * suite, an error that nobody caught. So the line never says `0 failed` about a run that failed; where no test file was found there is none.
 */
export class PlainSummaryReporter implements Reporter {
  #vitest: Vitest | null = null;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    if (modules.length === 0) return;
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      counts.failed += brokenParts(module);
      for (const test of module.children.allTests()) counts[outcomeOf(test.result().state)] += 1;
    }
    this.#vitest?.logger.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  }
}

/** The file itself and its suites, where they failed outside of any test. */
function brokenParts(module: TestModule): number {
  const suites = [...module.children.allSuites()];
  return [module, ...suites].filter((part) => part.errors().length > 0).length;
}

/** A test that was not reached, because the run was cut short, is one that was skipped. */
function outcomeOf(state: string): 'passed' | 'failed' | 'skipped' {
  return state === 'passed' || state === 'failed' ? state : 'skipped';
}
