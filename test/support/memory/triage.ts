/** A goal that comments on issues, and a model that does it. */
import type { EffectName } from '../../../src/core/goal.ts';
import type { Behaviour, ModelTurn } from '../../../src/simulation/model/behaviour.ts';
import type { MemoryIssue } from '../../../src/simulation/world/memory-issues.ts';
import { Night, type NightOptions, WITHOUT_DASHBOARD } from './night.ts';

export const TICK = 1_800_000;
export const SLOT = 21_600_000;

/** Every open issue with the label `triage`. */
export function triage(effects: readonly EffectName[] = ['comment_on_issue'], more = ''): string {
  return `schedule: {every: 6h}
permissions: {effects: [${effects.join(', ')}]}
for_each: {issues: {labels: [triage]}}
${more}`;
}

export async function nightOf(
  issues: readonly (Partial<MemoryIssue> & { readonly title: string })[],
  options: Partial<NightOptions> = {},
): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: triage() }, settings: WITHOUT_DASHBOARD, ...options });
  for (const issue of issues) night.issues.write({ labels: ['triage'], ...issue });
  return night;
}

/** Does the same to each issue, then finishes. */
export function doing(turn: (issue: number) => ModelTurn): Behaviour {
  return ({ item, turn: n }) =>
    n === 0 ? turn(Number(item.slice(1))) : [['finish', { summary: `Looked after ${item}.` }]];
}

export const commenting = doing((issue) => [['comment_on_issue', { issue, body: `Looked at ${issue}.` }]]);

/** First lines of the comments under an issue. */
export function commentsOn(night: Night, number: number): readonly string[] {
  return (night.issues.find(number)?.comments ?? []).map(({ body }) => body.split('\n')[0] ?? '');
}
