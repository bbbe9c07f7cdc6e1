import type { Diff } from './diff.ts';
import { type PatchLine, patchLines } from './patch-lines.ts';

/** A line of a change that a person should look at. */
export interface FlaggedLine {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** What the program finds in a change, whatever the model says of it. */
export interface ChangeFlags {
  readonly deleted: readonly string[];
  /** Files of no task of the draft, where each task has a file of its own. */
  readonly outside: readonly string[];
  /** Hosts of addresses that the change adds and that none of the changed lines had before. */
  readonly hosts: readonly string[];
  /** Lines that pipe what they fetch into a shell, or install something. */
  readonly commands: readonly FlaggedLine[];
  /** Files that say what a project depends on. */
  readonly manifests: readonly string[];
  /** Tests that lose assertions, or are skipped. */
  readonly weakened: readonly string[];
}

const MOST = 20;
const LONGEST_LINE = 1_000;

const FETCH = String.raw`\b(?:curl|wget|iwr|irm|invoke-webrequest|fetch)\b`;
const SHELL = String.raw`(?:sudo\s+(?:-\S+\s+)*)?(?:env\s+)?(?:\S*/)?(?:ba|z|da|k|fi)?sh\b|python\d?\b|node\b|perl\b|ruby\b|iex\b|pwsh\b|powershell\b`;
const COMMANDS: readonly RegExp[] = [
  new RegExp(String.raw`\|\s*(?:${SHELL})`, 'i'),
  new RegExp(String.raw`\b(?:ba|z|da)?sh\s+(?:-c\s+)?["']?[<$]\(\s*${FETCH}`, 'i'),
  new RegExp(String.raw`\b(?:eval|source)\s+.*${FETCH}`, 'i'),
  /\b(?:npm|pnpm|yarn|bun)\s+(?:install|i|add|exec|dlx|create)\b/i,
  /\b(?:npx|bunx|uvx|pipx)\s+\S/i,
  /\b(?:pip3?|uv|conda|mamba|poetry|pdm)\s+(?:pip\s+)?(?:install|add|run)\b/i,
  /\b(?:apt|apt-get|dnf|yum|apk|brew|choco|winget|scoop|snap|port|gem|cargo|go|composer|luarocks|cpan|cpanm|dotnet tool)\s+(?:-\S+\s+)*(?:install|add|get|require)\b/i,
  /\bpacman\s+-S/i,
  /\bInstall-(?:Module|Package|Script)\b/i,
];
const ADDRESS = /\b(?:https?|ftp|git|ssh|wss?):\/\/(?:[^\s/@]*@)?([a-z0-9.-]+(?::\d+)?)/gi;
const MANIFESTS: readonly RegExp[] = [
  /(?:^|\/)(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|pnpm-workspace\.yaml|yarn\.lock|bun\.lockb?|deno\.jsonc?|deno\.lock)$/,
  /(?:^|\/)(?:pyproject\.toml|setup\.(?:py|cfg)|requirements[^/]*\.(?:txt|in)|constraints[^/]*\.txt|Pipfile(?:\.lock)?|poetry\.lock|uv\.lock|pdm\.lock|environment\.ya?ml)$/,
  /(?:^|\/)(?:go\.(?:mod|sum|work)|Cargo\.(?:toml|lock)|Gemfile(?:\.lock)?|[^/]+\.gemspec|composer\.(?:json|lock)|mix\.(?:exs|lock)|rebar\.(?:config|lock)|pubspec\.(?:yaml|lock)|Package\.(?:swift|resolved)|Podfile(?:\.lock)?|Cartfile[^/]*)$/,
  /(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?|gradle\.lockfile|libs\.versions\.toml|build\.sbt|[^/]+\.(?:csproj|fsproj|vbproj)|packages\.config|packages\.lock\.json|Directory\.Packages\.props|conanfile\.(?:txt|py)|vcpkg\.json|flake\.(?:nix|lock))$/,
];
/** Left out itself, or all others by it. */
const SKIPS =
  /\b(?:[xf](?:it|describe|test|context)\b|(?:it|test|describe|suite|context)\.(?:skip|todo|fixme|only|fails|failing)|pytest\.(?:skip|xfail|mark\.(?:skip|xfail))|unittest\.skip|skipTest\b|t\.Skip|pending\b|Skip\s*=)|@(?:Ignore|Disabled|skip)\b|#\[ignore|\[Ignore/;
const ASSERTS =
  /\b(?:assert|expect|should|require|must)\w*\b|\bt\.(?:Error|Fatal|is|true|equal|deepEqual)\w*\b/;

interface FlagFacts extends Pick<Diff, 'files' | 'patch'> {
  /** Files of the draft's tasks; null: a task may be about any file. */
  readonly own: ReadonlySet<string> | null;
  /** Which of the changed files are tests. */
  readonly tests: readonly string[];
}

export function flagsOf({ files, patch, own, tests }: FlagFacts): ChangeFlags {
  const lines = [...patchLines(patch)];
  const paths = files.map(({ path }) => path);
  return {
    deleted: files.filter(({ blob }) => blob === null).map(({ path }) => path),
    outside: own === null ? [] : paths.filter((path) => !own.has(path)),
    hosts: newHosts(lines),
    commands: newCommands(lines),
    manifests: paths.filter((path) => MANIFESTS.some((pattern) => pattern.test(path))),
    weakened: tests.filter((path) => isWeakened(lines.filter((line) => line.path === path))),
  };
}

function newHosts(lines: readonly PatchLine[]): readonly string[] {
  const known = new Set(lines.filter(({ sign }) => sign === '-').flatMap(hostsIn));
  const added = new Set(lines.filter(({ sign }) => sign === '+').flatMap(hostsIn));
  return [...added].filter((host) => !known.has(host)).slice(0, MOST);
}

function hostsIn({ text }: PatchLine): readonly string[] {
  return [...text.slice(0, LONGEST_LINE).matchAll(ADDRESS)].map(([, host = '']) => host.toLowerCase());
}

/** A line that was there before, perhaps elsewhere, is not new. */
function newCommands(lines: readonly PatchLine[]): readonly FlaggedLine[] {
  const known = new Set(lines.filter(({ sign }) => sign === '-').map(({ text }) => text.trim()));
  return lines
    .filter(({ sign, text }) => sign === '+' && isCommand(text) && !known.has(text.trim()))
    .map(({ path, line, text }) => ({ path, line, text: text.trim() }))
    .slice(0, MOST);
}

function isCommand(text: string): boolean {
  const start = text.slice(0, LONGEST_LINE);
  return COMMANDS.some((pattern) => pattern.test(start));
}

/** Holds whatever is done, or is no code any more. */
const EMPTY_ASSERT =
  /^\s*(?:\/\/|#|\/?\*|--|;)|\b(?:expect|assert\w*)\s*\(?\s*(?:true|True|1|TRUE)\b\s*\)?\s*(?:;|$|\.to(?:Be|Equal)\((?:true|1)\)|\.to(?:BeTruthy|BeDefined)\(\))/;

function isWeakened(lines: readonly PatchLine[]): boolean {
  const having = (sign: PatchLine['sign'], pattern: RegExp, but?: RegExp) =>
    lines
      .filter((line) => line.sign === sign)
      .map(({ text }) => text.slice(0, LONGEST_LINE))
      .filter((text) => pattern.test(text) && but?.test(text) !== true).length;
  const lost = having('-', ASSERTS, EMPTY_ASSERT) > having('+', ASSERTS, EMPTY_ASSERT);
  return having('+', SKIPS) > having('-', SKIPS) || lost;
}
