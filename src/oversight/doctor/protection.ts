import type { Finding } from '../../core/health/finding.ts';
import {
  branchProtection,
  isForDefaultBranch,
  stateProtection,
  tagProtection,
} from '../../core/health/protection.ts';
import {
  branchesFinding,
  type CommandTarget,
  ENVIRONMENT_VARIABLE,
  KEY,
  type KeyLocation,
  keyLocationFinding,
  protectionHidden,
  RULES_HIDDEN,
  stateFinding,
  tagsFinding,
} from '../../report/doctor/protection-findings.ts';
import { pageAddress } from '../command-context.ts';
import { lookAt } from '../observe.ts';
import type { Examined } from './doctor-context.ts';

/**
 * What keeps the token of a run to the agent's branches, and the key to the default branch. A rehearsal's repository
 * is on no server that could guard it. `keys`: names of the repository's secrets, null: not known; and then
 * those of the environment that the variable names.
 */
export async function lookAtProtection(
  examined: Examined,
  keys: readonly string[] | null,
): Promise<{ readonly findings: readonly Finding[]; readonly keys: readonly string[] }> {
  if (examined.isRehearsal) return { findings: [], keys: [] };
  const { access, snapshot, tips, signal } = examined;
  const { stateBranch } = snapshot.settings;
  const target = commandTarget(examined);
  const seen = await lookAt(access, (control) => control.rulesets(signal));
  const key = await keyLocation(examined, keys);
  const rules =
    seen.kind === 'unseen' || seen.value === null
      ? protectionHidden(seen.kind === 'unseen' ? seen.why : RULES_HIDDEN, target, stateBranch)
      : [
          branchesFinding(branchProtection(seen.value, stateBranch), target, stateBranch),
          tagsFinding(tagProtection(seen.value), target),
          stateFinding(stateProtection(seen.value, stateBranch), target, stateBranch),
        ];
  const findings = [...rules, keyLocationFinding(key, target, tips.base.branch)];
  return { findings, keys: key.kind === 'named' ? (key.secretNames ?? []) : [] };
}

export function commandTarget({ access, repository }: Examined): CommandTarget {
  const address = pageAddress(access, '');
  const host = address === null || !URL.canParse(address) ? 'github.com' : new URL(address).host;
  return { repository, host: host === 'github.com' ? null : host };
}

async function keyLocation(
  { access, tips, signal }: Examined,
  keys: readonly string[] | null,
): Promise<KeyLocation> {
  const named = await lookAt(access, (control) => control.readVariable(ENVIRONMENT_VARIABLE, signal));
  if (named.kind === 'unseen') return { kind: 'unseen', why: named.why };
  const name = named.value ?? '';
  if (name === '') return { kind: 'unset' };
  const seen = await lookAt(access, (control) => control.environment(name, signal));
  if (seen.kind === 'unseen') return { kind: 'unseen', why: seen.why };
  if (seen.value === null) return { kind: 'absent', name };
  const { branches, secretNames } = seen.value;
  return {
    kind: 'named',
    name,
    isForDefaultBranch: isForDefaultBranch(branches, tips.base.branch),
    hasKey: secretNames?.includes(KEY) ?? null,
    secretNames,
    isInRepository: keys?.includes(KEY) ?? null,
  };
}
