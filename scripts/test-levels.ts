/** The folders of test/ that hold tests, from the least realistic to the most. test/README.md says what each is for. */
export const LEVELS = [
  { folder: 'own-files', startsProcesses: false },
  { folder: 'rules', startsProcesses: false },
  { folder: 'in-memory', startsProcesses: false },
  { folder: 'over-http', startsProcesses: false },
  { folder: 'real-git', startsProcesses: true },
  { folder: 'processes', startsProcesses: true },
  { folder: 'bundle', startsProcesses: true },
  { folder: 'browser', startsProcesses: true },
] as const;

/** The tests of `npm run test:fast`. */
export const FAST_TESTS = LEVELS.filter(({ startsProcesses }) => !startsProcesses).map(
  ({ folder }) => `test/${folder}/**/*.test.ts`,
);
