import { readYaml } from './yaml-document.ts';
import type { YamlEntry, YamlNode } from './yaml-node.ts';

/** One line under `on:` of a workflow that starts the agent. */
export interface WorkflowTrigger {
  /** As GitHub spells it, e.g. `schedule`. */
  readonly event: string;
  /** The cron pattern of a `schedule`; empty otherwise. */
  readonly detail: string;
  readonly line: number;
}

export type WorkflowReading =
  | { readonly kind: 'triggers'; readonly triggers: readonly WorkflowTrigger[] }
  | { readonly kind: 'unreadable'; readonly line: number; readonly message: string };

/** What starts a workflow of GitHub Actions. */
export function readWorkflow(file: string, text: string): WorkflowReading {
  const { root, problems } = readYaml(file, text);
  const on = root?.kind === 'mapping' ? root.entries.find((entry) => entry.key === 'on') : undefined;
  if (on !== undefined) return { kind: 'triggers', triggers: triggersOf(on) };
  const problem = problems[0];
  return { kind: 'unreadable', line: problem?.line ?? 1, message: problem?.message ?? 'there is no `on:`' };
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
    const cron = cronOf(item);
    return cron === null ? [] : [{ event: 'schedule', detail: cron, line: item.at.line }];
  });
}

function cronOf(item: YamlNode): string | null {
  const cron =
    item.kind === 'mapping' ? item.entries.find((entry) => entry.key === 'cron')?.value : undefined;
  return cron?.kind === 'scalar' ? String(cron.value) : null;
}
