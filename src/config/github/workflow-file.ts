import { NO_TRIGGER } from '../../report/problems/action-problems.ts';
import { readYaml } from '../yaml/yaml-document.ts';
import type { YamlEntry, YamlNode } from '../yaml/yaml-node.ts';

/** One line under `on:` of a workflow. */
export interface WorkflowTrigger {
  /** As GitHub spells it, e.g. `schedule`. */
  readonly event: string;
  /** The cron pattern of a `schedule`; empty otherwise. */
  readonly detail: string;
  readonly line: number;
}

/** One step of a job: an action that it uses, or a script. */
export interface WorkflowStep {
  /** E.g. `./` or `acme/wakeful@v1`; empty: none. */
  readonly uses: string;
  /** `command` among what is handed to the action; null: not given. */
  readonly command: string | null;
  /** What is handed over as the kill switch, which Wakeful needs by whatever name it is used; null: nothing. */
  readonly stop: string | null;
  /** Empty: none. */
  readonly script: string;
}

export type WorkflowReading =
  | {
      readonly kind: 'workflow';
      readonly triggers: readonly WorkflowTrigger[];
      readonly steps: readonly WorkflowStep[];
    }
  | { readonly kind: 'unreadable'; readonly line: number; readonly message: string };

/** What starts a workflow of GitHub Actions, and what it then does. */
export function readWorkflow(file: string, text: string): WorkflowReading {
  const { root, problems } = readYaml(file, text);
  const on = root === null ? null : entry(root, 'on');
  if (root !== null && on !== null)
    return { kind: 'workflow', triggers: triggersOf(on), steps: stepsOf(root) };
  const problem = problems[0];
  return { kind: 'unreadable', line: problem?.line ?? 1, message: problem?.message ?? NO_TRIGGER };
}

/** What an `action.yml` calls its action; null: it does not say. */
export function readActionName(file: string, text: string): string | null {
  const { root } = readYaml(file, text);
  return root === null ? null : scalar(root, 'name');
}

function triggersOf({ value }: YamlEntry): readonly WorkflowTrigger[] {
  switch (value.kind) {
    case 'scalar':
      return [{ event: String(value.value), detail: '', line: value.at.line }];
    case 'list':
      return value.items.flatMap((item) =>
        item.kind === 'scalar' ? [{ event: String(item.value), detail: '', line: item.at.line }] : [],
      );
    case 'mapping':
      return value.entries.flatMap(ofEvent);
    case 'unusable':
      return [];
  }
}

function ofEvent({ key, keyAt, value }: YamlEntry): readonly WorkflowTrigger[] {
  if (key !== 'schedule') return [{ event: key, detail: '', line: keyAt.line }];
  const items = value.kind === 'list' ? value.items : [];
  return items.flatMap((item) => {
    const cron = scalar(item, 'cron');
    return cron === null ? [] : [{ event: 'schedule', detail: cron, line: item.at.line }];
  });
}

function stepsOf(root: YamlNode): readonly WorkflowStep[] {
  const jobs = entry(root, 'jobs')?.value;
  const all = jobs?.kind === 'mapping' ? jobs.entries.map(({ value }) => entry(value, 'steps')?.value) : [];
  return all.flatMap((steps) => (steps?.kind === 'list' ? steps.items.map(stepOf) : []));
}

function stepOf(step: YamlNode): WorkflowStep {
  const inputs = entry(step, 'with')?.value;
  return {
    uses: scalar(step, 'uses') ?? '',
    command: inputs === undefined ? null : scalar(inputs, 'command'),
    stop: inputs === undefined ? null : scalar(inputs, 'stop'),
    script: scalar(step, 'run') ?? '',
  };
}

function entry(node: YamlNode, key: string): YamlEntry | null {
  return node.kind === 'mapping' ? (node.entries.find((one) => one.key === key) ?? null) : null;
}

function scalar(node: YamlNode, key: string): string | null {
  const value = entry(node, key)?.value;
  return value?.kind === 'scalar' ? String(value.value) : null;
}
