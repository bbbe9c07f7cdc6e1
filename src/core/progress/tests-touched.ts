import type { Diff } from './diff.ts';

/** A file of a change by which work is judged. */
export interface TouchedFile {
  readonly path: string;
  readonly isDeleted: boolean;
}

/** How projects of many languages name their tests, and what configures what runs them. */
const TESTS = [
  /(?:^|\/)(?:__tests__|__snapshots__|__mocks__|tests?|specs?|e2e|features|cypress|testing|testdata|fixtures)\//i,
  /(?:^|[/._-])(?:tests?|specs?)\.[^/]+$/i,
  /\.(?:bats|feature|snap|t)$/i,
  /(?:^|\/)tests?[_-][^/]+$/i,
  /(?:^|\/)[^/]+(?:Tests?|Specs?|IT)\.[A-Za-z]+$/,
  /(?:^|\/)(?:conftest\.py|pytest\.ini|tox\.ini|noxfile\.py|phpunit\.xml[^/]*|\.rspec|(?:karma|wdio|nightwatch)\.conf\.[^/]+|(?:codeception|behat)[^/]*\.ya?ml|cucumber\.[^/]+|\.?(?:vitest|jest|mocharc|ava|playwright|cypress|web-test-runner|nycrc|c8rc)[^/]*)$/i,
];

/** What programs that are often checks read, by the first words of a command. */
const READ_BY: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:npm|npx|pnpm|yarn|bun)\b/, /(?:^|\/)package\.json$/],
  [/\bmake\b/, /(?:^|\/)(?:GNU)?[Mm]akefile$/],
  [/\b(?:cargo)\b/, /(?:^|\/)Cargo\.toml$/],
  [/\b(?:pytest|tox|ruff|mypy|python3?)\b/, /(?:^|\/)(?:pyproject\.toml|setup\.cfg)$/],
  [/\b(?:composer|phpunit)\b/, /(?:^|\/)composer\.json$/],
  [/\b(?:gradle|gradlew)\b/, /(?:^|\/)build\.gradle(?:\.kts)?$/],
  [/\bmvn\b/, /(?:^|\/)pom\.xml$/],
  [/\b(?:just)\b/, /(?:^|\/)justfile$/i],
  [/\b(?:rake|rspec)\b/, /(?:^|\/)Rakefile$/],
  [/\b(?:cmake|ctest)\b/, /(?:^|\/)CMakeLists\.txt$/],
  [/\bmix\b/, /(?:^|\/)mix\.exs$/],
  [/\bdeno\b/, /(?:^|\/)deno\.jsonc?$/],
  [/\btask\b/, /(?:^|\/)taskfile\.ya?ml$/i],
  [/\bswift\b/, /(?:^|\/)Package\.swift$/],
  [/\b(?:dotnet|msbuild)\b/, /(?:\.(?:[cfv][sb]proj|sln|props|targets))$/],
  [/\b(?:tsc|vue-tsc)\b/, /(?:^|\/)tsconfig[^/]*\.json$/],
  [/\beslint\b/, /(?:^|\/)(?:eslint\.config\.[^/]+|\.eslint(?:rc|ignore)[^/]*)$/],
  [/\bbiome\b/, /(?:^|\/)biome\.jsonc?$/],
  [/\bprettier\b/, /(?:^|\/)(?:prettier\.config\.[^/]+|\.prettier(?:rc|ignore)[^/]*)$/],
  [/\bmarkdownlint/, /(?:^|\/)\.?markdownlint[^/]*$/],
  [/\bruff\b/, /(?:^|\/)\.?ruff\.toml$/],
  [/\bmypy\b/, /(?:^|\/)\.?mypy\.ini$/],
  [/\bgolangci-lint\b/, /(?:^|\/)\.golangci\.[^/]+$/],
  [/\byamllint\b/, /(?:^|\/)\.yamllint[^/]*$/],
  [/\bpre-commit\b/, /(?:^|\/)\.pre-commit-config\.yaml$/],
  [/\blychee\b/, /(?:^|\/)\.?lychee[^/]*$/],
  [/\bvale\b/, /(?:^|\/)\.vale\.ini$/],
];

/** The tests among the files of a change, and the files that the goal's commands name or read. */
export function testsTouched(files: Diff['files'], commands: readonly string[]): readonly TouchedFile[] {
  const words = new Set(commands.flatMap((command) => command.split(/[\s;&|"'=()]+/)).map(withoutDot));
  const read = READ_BY.filter(([program]) => commands.some((command) => program.test(command)));
  return files
    .filter(
      ({ path }) =>
        words.has(path) ||
        TESTS.some((pattern) => pattern.test(path)) ||
        read.some(([, pattern]) => pattern.test(path)),
    )
    .map(({ path, blob }) => ({ path, isDeleted: blob === null }));
}

function withoutDot(word: string): string {
  return word.replace(/^\.\//, '');
}
