import { isOwnLabel } from '../../core/access/labels.ts';
import { goalProblems } from '../../report/problems/goal-problems.ts';
import type { ValueFault } from '../yaml/fault.ts';
import { isMapping, mapping, type RawMapping } from '../yaml/raw-value.ts';

const FILTERED = ['issues', 'pull_requests'] as const;

/** Rules over the filters of a queue of issues or pull requests. */
export function filterFaults(queue: RawMapping): readonly ValueFault[] {
  return FILTERED.flatMap((kind): readonly ValueFault[] => {
    const filter = queue[kind];
    if (!isMapping(filter)) return [];
    const path = ['for_each', kind];
    const isAny = Object.keys(filter).length === 0;
    const contradicts = 'unlabelled' in filter && ('labels' in filter || 'without' in filter);
    return [
      ...(isAny ? [{ path, at: 'key' as const, ...goalProblems.anyIssue(kind) }] : []),
      ...(contradicts
        ? [{ path: [...path, 'unlabelled'], at: 'key' as const, ...goalProblems.unlabelledAlone(kind) }]
        : []),
      ...ownLabelFaults(filter, kind),
      ...mergedFaults(filter),
    ];
  });
}

/** The agent sets these itself, and would wake itself by it. */
function ownLabelFaults(filter: RawMapping, kind: string): readonly ValueFault[] {
  const { labels } = filter;
  if (!Array.isArray(labels)) return [];
  return labels.flatMap((label, index): readonly ValueFault[] => {
    if (typeof label !== 'string' || !isOwnLabel(label)) return [];
    const path = ['for_each', kind, 'labels', index];
    return [{ path, at: 'value', ...goalProblems.ownLabel(label, kind) }];
  });
}

/** What was merged is counted by when it was merged. */
function mergedFaults(filter: RawMapping): readonly ValueFault[] {
  if (mapping(filter)['merged'] !== true) return [];
  return ['opened_within', 'quiet_for'].flatMap((field): readonly ValueFault[] => {
    if (!(field in filter)) return [];
    return [{ path: ['for_each', 'pull_requests', field], at: 'key', ...goalProblems.notOfMerged(field) }];
  });
}
