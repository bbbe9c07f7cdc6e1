/** A file of a commit. */
export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
}

/** What a repository is like, as far as it matters for which goals suit it. */
export interface Survey {
  /** The most used first. */
  readonly languages: readonly string[];
  /** How many Markdown files there are. */
  readonly pages: number;
  /** The folder of the documentation, if there are at least two pages in it. */
  readonly docs: string | null;
  readonly changelog: string | null;
  /** A program that writes the changelog already. */
  readonly changelogTool: string | null;
  /** Files below `.github/workflows/`, Wakeful's own left out. */
  readonly workflows: readonly string[];
  readonly isAction: boolean;
  /** Folders of packages, where there is more than one. */
  readonly packages: readonly string[];
  /** Whether the folder `goals/` holds something that is no goal file. */
  readonly isGoalsFolderTaken: boolean;
  readonly goals: readonly string[];
}

const LANGUAGES: Readonly<Record<string, string>> = {
  c: 'C',
  cc: 'C++',
  cpp: 'C++',
  cs: 'C#',
  go: 'Go',
  java: 'Java',
  js: 'JavaScript',
  jsx: 'JavaScript',
  kt: 'Kotlin',
  mjs: 'JavaScript',
  php: 'PHP',
  py: 'Python',
  rb: 'Ruby',
  rs: 'Rust',
  swift: 'Swift',
  ts: 'TypeScript',
  tsx: 'TypeScript',
};
const DOCS = /^(docs?|documentation|website\/docs|site\/docs)\/.+\.mdx?$/;
const FOREIGN = /(^|\/)(node_modules|vendor|third_party|fixtures|testdata|dist)\//;
const MANIFEST = /^(.+)\/(package\.json|pyproject\.toml|Cargo\.toml|go\.mod)$/;
const CHANGELOG = /^(CHANGELOG|CHANGES|HISTORY)\.md$/i;
const CHANGELOG_TOOLS: Readonly<Record<string, string>> = {
  '.changeset/config.json': 'changesets',
  'release-please-config.json': 'release-please',
  '.release-please-manifest.json': 'release-please',
  'cliff.toml': 'git-cliff',
  '.releaserc': 'semantic-release',
  '.releaserc.json': 'semantic-release',
  '.releaserc.yml': 'semantic-release',
};

export function surveyOf(files: readonly ListedFile[]): Survey {
  const all = files.map(({ path }) => path);
  const paths = all.filter((path) => !FOREIGN.test(path));
  const goals = all.filter((path) => path.startsWith('goals/'));
  return {
    languages: languagesOf(paths),
    pages: paths.filter((path) => /\.md$/i.test(path)).length,
    docs: docsFolder(paths),
    changelog: paths.find((path) => CHANGELOG.test(path)) ?? null,
    changelogTool: all.map((path) => CHANGELOG_TOOLS[path]).find((tool) => tool !== undefined) ?? null,
    workflows: all.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)),
    isAction: paths.some((path) => /^action\.ya?ml$/.test(path)),
    packages: packagesIn(paths),
    isGoalsFolderTaken: goals.some((path) => !/^goals\/([\w-]+\.ya?ml|README\.md)$/.test(path)),
    goals: goals.filter((path) => /\.ya?ml$/.test(path)),
  };
}

function languagesOf(paths: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const language = LANGUAGES[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''];
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([language]) => language);
}

function docsFolder(paths: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = DOCS.exec(path)?.[1];
    if (folder !== undefined) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, one], [, other]) => other - one);
  return first !== undefined && first[1] >= 2 ? first[0] : null;
}

function packagesIn(paths: readonly string[]): readonly string[] {
  const found = new Set(paths.flatMap((path) => MANIFEST.exec(path)?.[1] ?? []));
  return found.size > 1 ? [...found].sort() : [];
}
