import { dirname } from 'node:path/posix';
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
  /** What files of this room may import, besides the room itself. Type imports count as imports. */
  readonly from: readonly string[];
  /** What they may import types of. */
  readonly typesFrom?: readonly string[];
  /** Packages they may import; null: any that the list of restricted uses allows. */
  readonly packages: readonly string[] | null;
}

const PORTS = ['ports.ts', 'ports/'];
const PURE = ['core/', ...PORTS];
/** What every step of a wake may use: pure rules, checked input, texts for people, and the state branch. */
const STEP = [...PURE, 'config/', 'report/', 'ledger/'];
/** Everything around a simulated run, and the run itself. */
const WORLD_IN_MEMORY = [
  ...['simulation/time/', 'simulation/world/', 'simulation/model/', 'simulation/runners/'],
  'simulation/runs/',
];
const ANYTHING: ImportRule = { from: [''], packages: null };

/**
 * Who may import whom, from the bottom layer to the top one. A room is a folder of `src/` or a file in it, and a file is in
 * the room with the longest name that fits: the room `wake/` is what lies in `wake/` and in no room below it. In a rule,
 * `core/` stands for everything below `core/`, and `core/*` for the files that lie directly in it.
 */
const IMPORT_RULES: Readonly<Record<string, ImportRule>> = {
  'core/text/': { from: [], packages: ['@noble/hashes/sha2.js'] },
  'core/': { from: ['core/text/'], packages: [] },
  'core/access/': { from: ['core/*', 'core/text/'], packages: ['re2js'] },
  'core/money/': { from: ['core/*', 'core/text/'], packages: [] },
  'core/schedule/': { from: ['core/*', 'core/text/'], packages: ['croner'] },
  'core/progress/': { from: ['core/*', 'core/text/', 'core/money/'], packages: [] },
  'core/log/': { from: ['core/*', 'core/text/', 'core/progress/'], packages: [] },
  'core/due/': { from: ['core/*', 'core/text/', 'core/progress/', 'core/schedule/'], packages: [] },
  'core/health/': {
    from: ['core/*', 'core/text/', 'core/due/', 'core/progress/', 'core/schedule/'],
    packages: [],
  },
  'core/work/': { from: ['core/'], packages: [] },
  'core/report/': { from: ['core/'], packages: [] },
  'ports.ts': { from: PURE, packages: [] },
  'ports/': { from: PURE, packages: [] },
  'tree/': { from: PURE, packages: ['@noble/hashes/sha2.js', '@noble/hashes/legacy.js'] },
  'report/problems/': { from: ['core/'], packages: [] },
  'config/': {
    from: ['core/', 'config/', 'report/problems/'],
    typesFrom: PORTS,
    packages: ['valibot', 'yaml', 'croner'],
  },
  'report/failures/': { from: ['core/'], packages: [] },
  'report/findings/': { from: ['core/', 'report/words/'], packages: [] },
  'report/': {
    from: ['core/', 'report/'],
    typesFrom: PORTS,
    packages: ['get-east-asian-width', 'strip-ansi'],
  },
  // Written as text by the command line, so it knows no way to the outside.
  'report/page/': {
    from: ['core/', 'report/words/', 'report/status/', 'pages/'],
    packages: ['preact', 'preact-render-to-string'],
  },
  // What its script does in a browser.
  'report/page/browser/': {
    from: ['core/', 'report/words/', 'report/status/', 'report/page/*'],
    packages: [],
  },
  'agent/arguments/': { from: PURE, packages: ['valibot'] },
  'agent/tools/': { from: [...PURE, 'agent/arguments/', 'report/problems/'], packages: ['valibot'] },
  // What a second reader is asked, and how its answer is read.
  'agent/reading/': { from: [...PURE, 'agent/arguments/', 'agent/tools/'], packages: [] },
  // What a task is about, as the model reads it.
  'agent/subject/': { from: [...PURE, 'agent/tools/'], packages: [] },
  'agent/': {
    from: [...PURE, 'agent/arguments/', 'agent/tools/', 'agent/reading/', 'agent/subject/'],
    packages: [],
  },
  // Loaded where a goal has such a queue.
  'finders/': {
    from: [...PURE, 'report/findings/'],
    packages: ['github-slugger', 'markdown-it', 'valibot'],
  },
  'ledger/': { from: [...PURE, 'config/', 'report/'], packages: [] },
  'alerts/': { from: STEP, packages: [] },
  'dashboard/': { from: STEP, packages: [] },
  'wake/lease/': { from: [...STEP, 'agent/'], packages: [] },
  'wake/findings/': { from: [...STEP, 'agent/', 'finders/', 'wake/lease/'], packages: [] },
  'wake/inbox/': { from: [...STEP, 'wake/lease/'], packages: [] },
  'wake/outbox/': { from: [...STEP, 'wake/lease/'], packages: [] },
  'wake/item/': { from: [...STEP, 'agent/', 'wake/findings/', 'wake/lease/', 'wake/outbox/'], packages: [] },
  'wake/goal/': {
    from: [
      ...[...STEP, 'agent/', 'alerts/'],
      ...['wake/findings/', 'wake/lease/', 'wake/inbox/', 'wake/outbox/'],
    ],
    packages: [],
  },
  'wake/': { from: [...STEP, 'agent/', 'alerts/', 'dashboard/', 'wake/'], packages: [] },
  'oversight/': { from: [...STEP, 'alerts/'], packages: [] },
  'oversight/stop/': { from: [...STEP, 'oversight/*'], packages: [] },
  'oversight/comments/': { from: [...STEP, 'oversight/*', 'oversight/stop/'], packages: [] },
  'oversight/boxes/': {
    from: [...STEP, 'dashboard/', 'oversight/*', 'oversight/stop/', 'oversight/comments/'],
    packages: [],
  },
  'oversight/watchdog/': { from: [...STEP, 'alerts/', 'oversight/*'], packages: [] },
  'oversight/doctor/': { from: [...STEP, 'oversight/*', 'oversight/stop/'], packages: [] },
  'install/': { from: [...STEP, 'tree/'], packages: [] },
  // And the files of the same adapter; see `isOwnAdapter`.
  'adapters/': { from: [...PURE, 'config/', 'report/failures/', 'tree/'], packages: null },
  'rehearsal/': { from: [...PURE, 'config/', 'rehearsal/'], packages: null },
  'simulation/world/': {
    from: [...PURE, 'tree/'],
    packages: ['@noble/hashes/legacy.js'],
  },
  'simulation/time/': { from: ['core/text/'], packages: [] },
  'simulation/model/': { from: PURE, packages: [] },
  'simulation/runners/': { from: [...PURE, 'simulation/time/', 'simulation/world/'], packages: [] },
  // Plays the shipped runs.
  'simulation/runs/': {
    from: [
      ...[...STEP, 'alerts/', 'dashboard/', 'finders/', 'wake/', 'oversight/'],
      ...['simulation/time/', 'simulation/world/', 'simulation/model/', 'simulation/runners/'],
    ],
    packages: [],
  },
  'simulation/play/': { from: [...PURE, 'oversight/', ...WORLD_IN_MEMORY], packages: [] },
  // What must always be is judged without the code that it is about: no room of the agent above the core.
  'simulation/checks/': { from: [...PURE, ...WORLD_IN_MEMORY, 'simulation/play/'], packages: [] },
  'simulation/story/': {
    from: [...PURE, ...WORLD_IN_MEMORY, 'simulation/play/'],
    packages: ['@noble/hashes/sha2.js'],
  },
  'simulation/': { from: [...PURE, 'simulation/'], packages: [] },
  // They know nothing of runs.
  'pages/': { from: [], packages: ['preact', 'preact/hooks'] },
  'demonstrations/': {
    from: [...STEP, 'oversight/', 'simulation/', 'pages/'],
    packages: ['preact', 'preact/hooks', '@preact/signals'],
  },
  'commands/': ANYTHING,
  'cli.ts': ANYTHING,
  'action.ts': ANYTHING,
};

export const ROOMS = Object.keys(IMPORT_RULES);

/** The room of a file, by the longest name; null: `src/` has no room for it. */
function roomOf(path: string): string | null {
  const rooms = ROOMS.filter((room) => isWithin(path, [room]));
  return rooms.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

export function findImportViolations(tree: SourceTree): readonly Violation[] {
  return tree.modules.flatMap((module) => {
    const room = roomOf(module.path);
    if (room === null) {
      const rule = `place: src/ has no room for this, only for ${ROOMS.join(', ')}`;
      return [violationAt(module, module.file, rule)];
    }
    return importsOf(module).flatMap((statement) => {
      const problem = problemWith(statement, module.path, room);
      return problem === null
        ? []
        : [violationAt(module, statement.node, `import: ${room} may not import ${problem}`)];
    });
  });
}

/** What is wrong with an import, to go on after "may not import"; null: nothing. */
function problemWith(statement: ImportStatement, from: string, room: string): string | null {
  const { specifier, kind } = statement;
  const rule = IMPORT_RULES[room] ?? ANYTHING;
  if (specifier === null) return 'what is computed while running';
  if (!specifier.startsWith('.')) {
    return rule.packages === null || rule.packages.includes(specifier) ? null : specifier;
  }
  const target = resolveSpecifier(from, specifier);
  if (target === null) return `${specifier}, which lies outside`;
  if (rule === ANYTHING || isAllowed(target, rule.from) || isNear(from, target, room)) return null;
  if (!isAllowed(target, rule.typesFrom ?? [])) return target;
  return kind === 'types' ? null : `more than types of ${target}`;
}

function isAllowed(target: string, places: readonly string[]): boolean {
  return places.some((place) =>
    place.endsWith('/*') ? dirname(target) === dirname(place) : isWithin(target, [place]),
  );
}

/** Whether both files are in one room. The adapters' room is divided once more: no adapter imports another one. */
function isNear(from: string, target: string, room: string): boolean {
  return room === 'adapters/' ? isOwnAdapter(from, target) : roomOf(target) === room;
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

/** The shortest way from a node back to itself; null: there is none. */
export function shortestCircle(
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
