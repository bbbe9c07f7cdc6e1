import { importsOf } from './import-statements.ts';
import {
  isWithin,
  resolveSpecifier,
  type SourceModule,
  type SourceTree,
  type Violation,
  violationAt,
} from './source-tree.ts';

/** A file that every wake loads, and what may come along: a wake with nothing to do pays for each line of it. */
interface Start {
  readonly file: string;
  /** Files that it may load, straight away or through others; what is imported lazily does not count. */
  readonly files: readonly string[];
  readonly packages: readonly string[];
}

const CHILDREN = ['node:child_process', 'node:fs', 'node:os', 'node:path'];

/** A wake that cannot reach the remote says so, masked. */
const MASK = [
  'mask',
  'masked-record',
  'cut-secrets',
  'byte-numbers',
  'encodings',
  'find-secrets',
  'ignorable',
  'known-forms',
  'private-keys',
  'read-text',
  'secret-patterns',
  'password-names',
  'random-text',
  'text-scan',
  'token-formats',
]
  .map((name) => `core/access/${name}.ts`)
  .concat('core/text/bytes.ts', 'core/text/recent-texts.ts', 'core/text/steps.ts');

const STARTS: readonly Start[] = [
  // Loaded before the remote is asked.
  {
    file: 'action.ts',
    files: [
      'adapters/actions/',
      'adapters/git/git-environment.ts',
      'adapters/runner.ts',
      'commands/',
      'config/fields/',
      'config/github/',
      'config/yaml/nearest-name.ts',
      'core/access/address-secrets.ts',
      'core/access/plain-http.ts',
      ...MASK,
      'core/text/compare-text.ts',
      'core/ending.ts',
      'core/figures.ts',
      'core/text/masked.ts',
      'core/text/plain-text.ts',
      'core/text/program.ts',
      'core/time.ts',
      'report/',
    ],
    packages: ['@actions/core', '@actions/github', 'get-east-asian-width', 'node:os', 'strip-ansi'],
  },
  {
    file: 'wake/wake.ts',
    files: [
      'wake/',
      'ledger/deadline.ts',
      'ledger/mask-deep.ts',
      'core/ending.ts',
      'core/halt.ts',
      'core/text/masked.ts',
      'core/text/plain-text.ts',
      'core/wake-result.ts',
      ...MASK,
      'core/stop.ts',
    ],
    packages: [],
  },
  {
    file: 'adapters/git/git-world.ts',
    files: [
      'adapters/git/',
      'core/ending.ts',
      'core/text/masked.ts',
      'core/text/plain-text.ts',
      'core/text/steps.ts',
      'report/failures/remote-texts.ts',
      'tree/plain-path.ts',
    ],
    packages: CHILDREN,
  },
  // Loaded while the remote answers.
  {
    file: 'wake/steps.ts',
    files: ['wake/', 'ledger/', 'alerts/', 'core/', 'config/', 'report/'],
    packages: ['croner', 'get-east-asian-width', 'strip-ansi', 'valibot', 'yaml'],
  },
];

/** What a start may not load is told at the import that brings it in. */
export function findStartViolations(tree: SourceTree): readonly Violation[] {
  return STARTS.flatMap((start) => violationsOf(tree, start));
}

function violationsOf(tree: SourceTree, start: Start): readonly Violation[] {
  return loadedBy(tree, start.file).flatMap((module) =>
    importsOf(module).flatMap(({ node, specifier, kind }) => {
      if (kind !== 'static' || specifier === null || isAllowed(start, module, specifier)) return [];
      return [violationAt(module, node, `start: ${start.file} may not load ${nameOf(module, specifier)}`)];
    }),
  );
}

function isAllowed(start: Start, from: SourceModule, specifier: string): boolean {
  if (!specifier.startsWith('.')) return start.packages.includes(specifier);
  return isWithin(nameOf(from, specifier), start.files);
}

function nameOf({ path }: SourceModule, specifier: string): string {
  return specifier.startsWith('.') ? (resolveSpecifier(path, specifier) ?? specifier) : specifier;
}

/** The file and all that it loads before it runs. */
function loadedBy({ modules }: SourceTree, file: string): readonly SourceModule[] {
  const known = new Map(modules.map((module) => [module.path, module]));
  const found = new Set<SourceModule>();
  const waiting = [file];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const module = known.get(path);
    if (module === undefined || found.has(module)) continue;
    found.add(module);
    for (const { specifier, kind } of importsOf(module)) {
      if (kind === 'static' && specifier !== null) waiting.push(nameOf(module, specifier));
    }
  }
  return [...found];
}
