import { isLiteral } from '../../core/access/matching/glob-marks.ts';
import { normalisePath } from '../../core/access/matching/path.ts';
import { refusedGlob } from '../../core/access/refused-globs.ts';
import { QUEUE_KINDS } from '../../core/goal.ts';
import type { Settings } from '../../core/settings.ts';
import { isOfEachFile, TARGET_PARTS, targetPath, unknownParts } from '../../core/text/target-path.ts';
import { goalProblems, refusedGlobProblem } from '../../report/problems/goal-problems.ts';
import { isDollars, LIMIT_FIELDS, LIMIT_NAMES } from '../fields/limit-fields.ts';
import type { ValueFault } from '../yaml/fault.ts';
import { nearestName } from '../yaml/nearest-name.ts';
import { isMapping, mapping, type RawMapping } from '../yaml/raw-value.ts';
import { filterFaults } from './filter-rules.ts';
import { runFaults } from './run-rules.ts';
import { scheduleFaults } from './schedule-rules.ts';

/** What a goal file is held against. */
export interface GoalContext {
  /** Path in the repository, e.g. `goals/docs-index.yml`. */
  readonly file: string;
  readonly settings: Settings;
  /** Whether the settings keep every goal from writing a path. */
  readonly isProtected: (path: string) => boolean;
  /** Where the repository is known to have the sources of the agent, each with a `/` at its end. Default: nowhere. */
  readonly agentFolders?: readonly string[] | undefined;
}

/** Rules over several fields of a goal file, or over a goal file and the settings. `raw` is not checked yet. */
export function goalFaults(
  raw: RawMapping,
  { file, settings, isProtected, agentFolders = [] }: GoalContext,
): readonly ValueFault[] {
  return [
    ...(isMapping(raw['schedule']) ? scheduleFaults(raw['schedule']) : []),
    ...(isMapping(raw['for_each']) ? queueFaults(raw['for_each']) : []),
    ...runFaults(mapping(raw['for_each'])['runs'], settings.stateBranch),
    ...conditionFaults(raw),
    ...permissionFaults(mapping(raw['permissions'])),
    ...otherFilesFaults(raw),
    ...protectedFaults(mapping(raw['permissions']), {
      ...{ isProtected, agentFolders, goalsFolder: settings.goalsFolder },
    }),
    ...boundFaults(mapping(raw['limits']), settings),
    ...modelFaults(raw, file, settings),
    ...readerFaults(raw, settings),
  ];
}

function queueFaults(queue: RawMapping): readonly ValueFault[] {
  const kinds = QUEUE_KINDS.filter((kind) => kind in queue);
  const faults: ValueFault[] = [];
  const path = ['for_each'];
  if (kinds.length !== 1) faults.push({ path, at: 'key', ...goalProblems.queueKinds(kinds) });
  if ('changed' in queue && !('files' in queue)) {
    faults.push({ path: [...path, 'changed'], at: 'key', ...goalProblems.changedAlone });
  }
  if (typeof queue['files'] === 'string' && queue['files'].startsWith('!')) {
    faults.push({ path: [...path, 'files'], at: 'value', ...goalProblems.negatedFiles });
  }
  return [...faults, ...targetFaults(queue), ...finderFaults(queue), ...filterFaults(queue)];
}

function targetFaults(queue: RawMapping): readonly ValueFault[] {
  const { target } = queue;
  const at = (field: string): ValueFault['path'] => ['for_each', field];
  const faults: ValueFault[] = [];
  if ('target' in queue && !('files' in queue))
    faults.push({ path: at('target'), at: 'key', ...goalProblems.targetAlone });
  if ('target_missing' in queue && !('target' in queue))
    faults.push({ path: at('target_missing'), at: 'key', ...goalProblems.targetMissingAlone });
  if (typeof target !== 'string') return faults;
  const [unknown] = unknownParts(target);
  if (unknown !== undefined)
    return [
      ...faults,
      { path: at('target'), at: 'value', ...goalProblems.unknownPart(unknown, TARGET_PARTS) },
    ];
  const example = targetPath(target, { pattern: '*', path: 'a.md' });
  const normal = normalisePath(example);
  const isPath = normal.kind === 'path' && normal.path === example && isLiteral(example);
  if (!isPath || !isOfEachFile(target))
    faults.push({ path: at('target'), at: 'value', ...goalProblems.noTarget });
  return faults;
}

/** Fields that say nothing of a queue of another kind. */
function finderFaults(queue: RawMapping): readonly ValueFault[] {
  const alone = [
    ...('in' in queue && !('findings' in queue) && !('command' in queue) ? ['in'] : []),
    ...('format' in queue && !('command' in queue) ? ['format'] : []),
    ...('listed_in' in queue && queue['findings'] !== 'todos' ? ['listed_in'] : []),
  ];
  const faults = alone.map((field): ValueFault => {
    return { path: ['for_each', field], at: 'key', ...goalProblems.finderFieldAlone(field) };
  });
  if (Array.isArray(queue['in']) && queue['in'].length > 0 && queue['in'].every(isNegated))
    faults.push({ path: ['for_each', 'in'], at: 'value', ...goalProblems.onlyNegated('for_each.in') });
  const list = queue['listed_in'];
  if (typeof list !== 'string' || alone.includes('listed_in')) return faults;
  const normal = normalisePath(list);
  const isPath =
    isLiteral(list) && normal.kind === 'path' && normal.path === list && /\.(?:md|markdown)$/i.test(list);
  return isPath
    ? faults
    : [...faults, { path: ['for_each', 'listed_in'], at: 'value', ...goalProblems.noListFile }];
}

function conditionFaults(raw: RawMapping): readonly ValueFault[] {
  if (!('when' in raw)) return [];
  if ('command' in mapping(raw['for_each']))
    return [{ path: ['when'], at: 'key', ...goalProblems.whenOfCommand }];
  if ('for_each' in raw) return [];
  return [{ path: ['when'], at: 'key', ...goalProblems.whenAlone }];
}

function permissionFaults(permissions: RawMapping): readonly ValueFault[] {
  const { read, write, effects } = permissions;
  const onlyTakesAway = [
    { name: 'read', globs: read },
    { name: 'write', globs: write },
    { name: 'delete', globs: permissions['delete'] },
  ].filter(({ globs }) => Array.isArray(globs) && globs.length > 0 && globs.every(isNegated));
  const faults = onlyTakesAway.map(({ name }): ValueFault => {
    return { path: ['permissions', name], at: 'value', ...goalProblems.onlyNegated(`permissions.${name}`) };
  });
  const deletes = Array.isArray(permissions['delete']) && permissions['delete'].length > 0;
  if (deletes && !(Array.isArray(write) && write.length > 0))
    faults.push({ path: ['permissions', 'delete'], at: 'key', ...goalProblems.deleteWithoutWrite });
  const takesLabels = Array.isArray(effects) && effects.includes('unlabel_issue');
  if (takesLabels && !('labels' in permissions))
    faults.push({ path: ['permissions', 'effects'], at: 'key', ...goalProblems.unlabelWithoutLabels });
  const writes = Array.isArray(write) && write.length > 0;
  if (!writes || !Array.isArray(effects) || effects.includes('draft_pull_request')) return faults;
  return [...faults, { path: ['permissions', 'write'], at: 'key', ...goalProblems.writeWithoutDraft }];
}

/** A goal that asks for what the gate always refuses would fail at every run, and its file would claim what is not so. */
function protectedFaults(
  { write }: RawMapping,
  rules: Parameters<typeof refusedGlob>[1],
): readonly ValueFault[] {
  if (!Array.isArray(write)) return [];
  return write.flatMap((glob, index): readonly ValueFault[] => {
    const refused = typeof glob === 'string' ? refusedGlob(glob, rules) : null;
    if (refused === null) return [];
    return [{ path: ['permissions', 'write', index], at: 'value', ...refusedGlobProblem(glob, refused) }];
  });
}

/** Outside of a queue over files there is no file of the task's own. */
function otherFilesFaults(raw: RawMapping): readonly ValueFault[] {
  const isAsked = mapping(raw['permissions'])['other_files'] === true;
  const queue = mapping(raw['for_each']);
  if (!isAsked || 'files' in queue || 'findings' in queue || 'command' in queue) return [];
  return [{ path: ['permissions', 'other_files'], at: 'key', ...goalProblems.otherFilesAlone }];
}

function isNegated(glob: unknown): boolean {
  return typeof glob === 'string' && glob.startsWith('!');
}

function boundFaults(limits: RawMapping, settings: Settings): readonly ValueFault[] {
  return LIMIT_NAMES.flatMap((name): readonly ValueFault[] => {
    const asked = limits[name];
    const bound = settings.bounds[LIMIT_FIELDS[name].key];
    if (typeof asked !== 'number' || bound === null || asked <= bound) return [];
    return [{ path: ['limits', name], at: 'value', ...goalProblems.aboveBound(name, bound, asked) }];
  });
}

function modelFaults(raw: RawMapping, file: string, settings: Settings): readonly ValueFault[] {
  const name = raw['model'] ?? 'default';
  if (typeof name !== 'string') return [];
  const names = Object.keys(settings.models);
  const settled = names.includes(name) ? settings.models[name] : undefined;
  if (settled === undefined) {
    const problem = goalProblems.unknownModel(name, nearestName(name, names), names);
    return [{ path: ['model'], at: 'value', ...problem }];
  }
  if (settled.price !== null) return [];
  const model = { name, model: settled.model };
  const dollars = LIMIT_NAMES.filter(isDollars).filter((limit) => limit in mapping(raw['limits']));
  const faults = dollars.map((limit): ValueFault => {
    return { path: ['limits', limit], at: 'key', ...goalProblems.limitWithoutPrice(limit, file, model) };
  });
  if (settings.budget.usdPerDay === null && settings.budget.usdPerMonth === null) return faults;
  return [...faults, { path: ['model'], at: 'value', ...goalProblems.budgetWithoutPrice(model) }];
}

/** Another model than the goal's own is one of the settings, and has a price where dollars are counted. */
function readerFaults(raw: RawMapping, settings: Settings): readonly ValueFault[] {
  const name = raw['second_reader'] ?? settings.secondReader;
  const own = raw['model'] ?? 'default';
  if (typeof name !== 'string' || typeof own !== 'string' || name === own) return [];
  const isNamedHere = 'second_reader' in raw;
  const place = isNamedHere
    ? ({ path: ['second_reader'], at: 'value' } as const)
    : ({ path: ['model'], at: 'value' } as const);
  const names = Object.keys(settings.models);
  const reader = names.includes(name) ? settings.models[name] : undefined;
  if (reader === undefined)
    return [{ ...place, ...goalProblems.unknownReader(name, nearestName(name, names), names) }];
  const countsDollars = (names.includes(own) ? settings.models[own]?.price : null) ?? null;
  if (reader.price !== null || countsDollars === null) return [];
  return [{ ...place, ...goalProblems.readerWithoutPrice({ name, model: reader.model }) }];
}
