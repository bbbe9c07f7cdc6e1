import { isOwnLabel } from '../../core/access/labels.ts';
import type { Settings } from '../../core/settings.ts';
import { show } from '../../report/problems/problem.ts';
import { isDollars, LIMIT_FIELDS, LIMIT_NAMES } from '../fields/limit-fields.ts';
import { SETTINGS_FILE } from '../settings/settings-schema.ts';
import type { ValueFault } from '../yaml/fault.ts';
import { nearestName } from '../yaml/nearest-name.ts';
import { isMapping, mapping, type RawMapping } from '../yaml/raw-value.ts';
import { scheduleFaults } from './schedule-rules.ts';

/** Rules over several fields of a goal file, or over a goal file and the settings. `raw` is not checked yet. */
export function goalFaults(raw: RawMapping, file: string, settings: Settings): readonly ValueFault[] {
  return [
    ...(isMapping(raw['schedule']) ? scheduleFaults(raw['schedule']) : []),
    ...(isMapping(raw['for_each']) ? queueFaults(raw['for_each']) : []),
    ...conditionFaults(raw),
    ...permissionFaults(mapping(raw['permissions'])),
    ...boundFaults(mapping(raw['limits']), settings),
    ...modelFaults(raw, file, settings),
  ];
}

function queueFaults(queue: RawMapping): readonly ValueFault[] {
  const kinds = ['files', 'issues', 'commits', 'list'].filter((kind) => kind in queue);
  const faults: ValueFault[] = [];
  if (kinds.length !== 1) {
    const found = kinds.length === 0 ? 'none' : kinds.join(' and ');
    const message = `\`for_each\` needs exactly one of files, issues, commits and list, but has ${found}`;
    faults.push({ path: ['for_each'], at: 'key', message, hint: 'write e.g. `files: docs/**/*.md`' });
  }
  if ('changed' in queue && !('files' in queue)) {
    const message = '`for_each.changed` means nothing without `files`';
    faults.push({ path: ['for_each', 'changed'], at: 'key', message, hint: 'remove it' });
  }
  if (typeof queue['files'] === 'string' && /^!(?!\()/.test(queue['files'])) {
    const message = '`for_each.files` starts with !, but one glob that only takes away matches nothing';
    faults.push({
      path: ['for_each', 'files'],
      at: 'value',
      message,
      hint: 'write what to go through, e.g. docs/**',
    });
  }
  return [...faults, ...ownLabelFaults(queue['issues'])];
}

/** The agent sets these itself, and would wake itself by it. */
function ownLabelFaults(issues: unknown): readonly ValueFault[] {
  const labels = mapping(issues)['labels'];
  if (!Array.isArray(labels)) return [];
  return labels.flatMap((label, index): readonly ValueFault[] => {
    if (typeof label !== 'string' || !isOwnLabel(label)) return [];
    const message = `\`for_each.issues\` asks for the label ${show(label)}, which is one of the agent's own`;
    const hint = 'use a label that only people set; those that start with "wakeful" are the agent\'s';
    return [{ path: ['for_each', 'issues', 'labels', index], at: 'value', message, hint }];
  });
}

function conditionFaults(raw: RawMapping): readonly ValueFault[] {
  if (!('when' in raw) || 'for_each' in raw) return [];
  const message = '`when` needs a queue, but there is no `for_each`';
  return [{ path: ['when'], at: 'key', message, hint: 'add `for_each`, or remove `when`' }];
}

function permissionFaults(permissions: RawMapping): readonly ValueFault[] {
  const { read, write, effects } = permissions;
  const onlyTakesAway = [
    { name: 'read', globs: read },
    { name: 'write', globs: write },
  ].filter(({ globs }) => Array.isArray(globs) && globs.length > 0 && globs.every(isNegated));
  const faults = onlyTakesAway.map(({ name }): ValueFault => {
    const message = `\`permissions.${name}\` has only globs that start with !, which take away and allow nothing`;
    return { path: ['permissions', name], at: 'value', message, hint: 'add what is allowed, e.g. "**"' };
  });
  const writes = Array.isArray(write) && write.length > 0;
  if (!writes || !Array.isArray(effects) || effects.includes('draft_pull_request')) return faults;
  const message = '`permissions.write` cannot be used: `effects` does not hold draft_pull_request';
  const hint = 'add draft_pull_request to `effects`, or remove `write`; files change only in drafts';
  return [...faults, { path: ['permissions', 'write'], at: 'key', message, hint }];
}

function isNegated(glob: unknown): boolean {
  return typeof glob === 'string' && /^!(?!\()/.test(glob);
}

function boundFaults(limits: RawMapping, settings: Settings): readonly ValueFault[] {
  return LIMIT_NAMES.flatMap((name): readonly ValueFault[] => {
    const asked = limits[name];
    const bound = settings.bounds[LIMIT_FIELDS[name].key];
    if (typeof asked !== 'number' || bound === null || asked <= bound) return [];
    const message = `\`limits.${name}\` must be at most ${bound}, but is ${asked}`;
    const hint = `lower it, or raise \`bounds.${name}\` in ${SETTINGS_FILE}`;
    return [{ path: ['limits', name], at: 'value', message, hint }];
  });
}

function modelFaults(raw: RawMapping, file: string, settings: Settings): readonly ValueFault[] {
  const name = raw['model'] ?? 'default';
  if (typeof name !== 'string') return [];
  const names = Object.keys(settings.models);
  const model = names.includes(name) ? settings.models[name] : undefined;
  if (model === undefined) {
    const near = nearestName(name, names);
    const hint = near === null ? `named there: ${names.join(', ')}` : `did you mean "${near}"?`;
    const message = `\`model\` is ${show(name)}, which ${SETTINGS_FILE} does not name`;
    return [{ path: ['model'], at: 'value', message, hint }];
  }
  if (model.price !== null) return [];
  const withoutPrice = `but the model ${show(name)} (${model.model}) has no price in ${SETTINGS_FILE}`;
  const dollars = LIMIT_NAMES.filter(isDollars).filter((limit) => limit in mapping(raw['limits']));
  const faults = dollars.map((limit): ValueFault => {
    const message = `\`limits.${limit}\` counts dollars, ${withoutPrice}`;
    const hint = `give \`models.${name}.price\` in ${SETTINGS_FILE}, or remove the limit from ${file}`;
    return { path: ['limits', limit], at: 'key', message, hint };
  });
  if (settings.budget.usdPerDay === null && settings.budget.usdPerMonth === null) return faults;
  const message = `the total budget of ${SETTINGS_FILE} counts dollars, ${withoutPrice}`;
  const hint = `give \`models.${name}.price\` there; another model by environment variable has no price either`;
  return [...faults, { path: ['model'], at: 'value', message, hint }];
}
