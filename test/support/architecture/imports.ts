import { type ImportStatement, importsOf } from './import-statements.ts';
import {
  isWithin,
  resolveSpecifier,
  type SourceModule,
  type SourceTree,
  type Violation,
  violationAt,
} from './source-tree.ts';

interface ImportRule {
  /** What files of this place may import. */
  readonly from: readonly string[];
  /** What they may import types of. */
  readonly typesFrom?: readonly string[];
  /** Packages they may import; null: any that the doors allow. */
  readonly packages: readonly string[] | null;
}

const PORTS = ['ports.ts', 'ports/'];
const PURE = ['core/', ...PORTS];
const ANYTHING: ImportRule = { from: [''], packages: null };

/** A place is a folder of `src/` or a file in it. Nothing else may lie there. */
const IMPORT_RULES: Readonly<Record<string, ImportRule>> = {
  'core/': { from: ['core/'], packages: ['node:crypto', 'croner', 'picomatch'] },
  'ports.ts': { from: PURE, packages: [] },
  'ports/': { from: PURE, packages: [] },
  'config/': { from: ['core/', 'config/'], typesFrom: PORTS, packages: ['valibot', 'yaml', 'croner'] },
  'report/': { from: ['core/', 'report/'], typesFrom: PORTS, packages: [] },
  'agent/': { from: [...PURE, 'agent/'], packages: ['valibot', 'node:crypto', 'node:vm'] },
  'ledger/': { from: [...PURE, 'config/', 'report/', 'ledger/', 'wake/'], packages: [] },
  'alerts/': { from: [...PURE, 'config/', 'report/', 'ledger/', 'alerts/', 'wake/'], packages: [] },
  'wake/': { from: [...PURE, 'config/', 'report/', 'agent/', 'ledger/', 'alerts/', 'wake/'], packages: [] },
  'oversight/': {
    from: [...PURE, 'config/', 'report/', 'ledger/', 'alerts/', 'wake/', 'oversight/'],
    packages: [],
  },
  // And the files of the same adapter; see `isOwnAdapter`.
  'adapters/': { from: [...PURE, 'config/'], packages: null },
  'rehearsal/': { from: [...PURE, 'config/', 'rehearsal/'], packages: null },
  'commands/': ANYTHING,
  'cli.ts': ANYTHING,
  'action.ts': ANYTHING,
};

export function findImportViolations(tree: SourceTree): readonly Violation[] {
  return tree.modules.flatMap((module) => {
    const place = Object.keys(IMPORT_RULES).find((name) => isWithin(module.path, [name]));
    const rule = place === undefined ? undefined : IMPORT_RULES[place];
    if (place === undefined || rule === undefined) {
      return [
        violationAt(
          module,
          module.file,
          `place: src/ has no room for this, only for ${Object.keys(IMPORT_RULES).join(', ')}`,
        ),
      ];
    }
    return importsOf(module).flatMap((statement) => {
      const problem = problemWith(statement, module.path, rule);
      return problem === null
        ? []
        : [violationAt(module, statement.node, `import: ${place} may not import ${problem}`)];
    });
  });
}

/** What is wrong with an import, to go on after "may not import"; null: nothing. */
function problemWith(statement: ImportStatement, from: string, rule: ImportRule): string | null {
  const { specifier, kind } = statement;
  if (specifier === null) return 'what is computed while running';
  if (!specifier.startsWith('.')) {
    return rule.packages === null || rule.packages.includes(specifier) ? null : specifier;
  }
  const target = resolveSpecifier(from, specifier);
  if (target === null) return `${specifier}, which lies outside`;
  if (rule === ANYTHING || isWithin(target, rule.from) || isOwnAdapter(from, target)) return null;
  if (!isWithin(target, rule.typesFrom ?? [])) return target;
  return kind === 'types' ? null : `more than types of ${target}`;
}

/**
 * The files of one folder are one adapter, and so is a file that lies directly in `adapters/`, together with the folder
 * of its name or of the name's beginning: `openai-model.ts` and `openai/*`.
 */
function isOwnAdapter(from: string, target: string): boolean {
  const [folder, adapter = '', ...rest] = from.split('/');
  const [targetFolder, targetAdapter, ...targetRest] = target.split('/');
  if (folder !== 'adapters' || targetFolder !== 'adapters' || targetRest.length === 0) return false;
  if (rest.length > 0) return adapter === targetAdapter;
  return adapter === `${targetAdapter}.ts` || adapter.startsWith(`${targetAdapter}-`);
}

/** Each way round a circle of imports is told once, at the first of its files; imports of types count as well. */
export function findCycles(tree: SourceTree): readonly Violation[] {
  const graph = new Map(tree.modules.map((module) => [module.path, targetsOf(module)]));
  const told = new Set<string>();
  return tree.modules.flatMap((module) => {
    const circle = told.has(module.path) ? null : shortestCircle(graph, module.path);
    if (circle === null) return [];
    for (const path of circle) told.add(path);
    return [violationAt(module, module.file, `cycle: ${circle.join(' → ')}`)];
  });
}

function targetsOf(module: SourceModule): readonly string[] {
  const specifiers = importsOf(module).map(({ specifier }) => specifier ?? '');
  const relative = specifiers.filter((specifier) => specifier.startsWith('.'));
  return relative.flatMap((specifier) => resolveSpecifier(module.path, specifier) ?? []);
}

function shortestCircle(
  graph: ReadonlyMap<string, readonly string[]>,
  start: string,
): readonly string[] | null {
  const seen = new Set<string>();
  let ways: readonly (readonly string[])[] = [[start]];
  while (ways.length > 0) {
    const longer: string[][] = [];
    for (const way of ways) {
      for (const target of graph.get(way.at(-1) ?? '') ?? []) {
        if (target === start) return [...way, start];
        if (!seen.has(target)) longer.push([...way, target]);
        seen.add(target);
      }
    }
    ways = longer;
  }
  return null;
}
