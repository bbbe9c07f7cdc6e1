import type { SettingsFile } from '../records/records.ts';

interface BranchRule {
  readonly type: string;
  /** What GitHub says of it besides its name; null: nothing. */
  readonly parameters: Readonly<Record<string, unknown>> | null;
}

/** The rules of all rulesets that apply to a branch. */
export function rulesFor(rules: SettingsFile['rules'], branch: string): readonly BranchRule[] {
  const applies = rules.filter(({ branches }) => branches.some((pattern) => isMatch(pattern, branch)));
  return applies.map(({ type, parameters }) => ({
    type,
    parameters: parameters ?? PARAMETERS[type] ?? null,
  }));
}

function isMatch(pattern: string, branch: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(branch);
}

const PARAMETERS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  pull_request: {
    dismiss_stale_reviews_on_push: false,
    require_code_owner_review: false,
    require_last_push_approval: false,
    required_approving_review_count: 1,
    required_review_thread_resolution: false,
  },
  required_status_checks: {
    required_status_checks: [{ context: 'test' }],
    strict_required_status_checks_policy: false,
  },
};

/** What a rule says to a push that it refuses; rules that are not named here let pushes pass. */
export const REFUSING_RULES: Readonly<Record<string, string>> = {
  required_signatures: 'Commits must have verified signatures.',
  pull_request: 'Changes must be made through a pull request.',
  required_status_checks: 'Required status check "test" is expected.',
  creation: 'Cannot create ref due to creations being restricted.',
  update: 'Cannot update this protected ref.',
  deletion: 'Cannot delete this branch',
};
