import { BRANCH_PREFIX } from '../work-branch.ts';

/** What a ruleset forbids, where, and to whom it does not. */
export interface RulesetFacts {
  readonly name: string;
  readonly target: 'branch' | 'tag' | 'other';
  /** False: it is disabled, or only tried. */
  readonly isActive: boolean;
  /** Patterns such as `~ALL`, `~DEFAULT_BRANCH` or `refs/heads/release/*`. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Names of rules, e.g. `update`. */
  readonly rules: readonly string[];
  /** Who may pass it by, e.g. `RepositoryRole 5`; null: the token does not tell. */
  readonly exempt: readonly string[] | null;
}

/** What the agent's token must not do to branches and tags that are not its own. */
export const PEOPLES_RULES = ['creation', 'update', 'deletion', 'non_fast_forward'] as const;
/** What nobody may do to the state branch: its history then shows every change of everybody. */
export const STATE_RULES = ['deletion', 'non_fast_forward'] as const;

/**
 * Roles to which GitHub Actions certainly does not belong: maintain and admin. Its token may write, and GitHub does not say whether
 * an exemption of the role `write` holds for it.
 */
const PEOPLES_ROLES: ReadonlySet<string> = new Set([
  'RepositoryRole 2',
  'RepositoryRole 5',
  'OrganizationAdmin',
]);

/** `unknown`: the token that looks does not tell who is exempt. */
export type ProtectionVerdict = 'held' | 'missing' | 'unknown';

/** Whether a ruleset keeps all branches but the agent's from its token. */
export function branchProtection(rulesets: readonly RulesetFacts[], stateBranch: string): ProtectionVerdict {
  const isOurs = (pattern: string): boolean =>
    pattern === `refs/heads/${stateBranch}` || pattern.startsWith(`refs/heads/${BRANCH_PREFIX}`);
  return best(
    rulesets.filter((each) => each.target === 'branch' && isForPeople(each) && each.exclude.every(isOurs)),
  );
}

/** Whether a ruleset keeps all tags from its token. */
export function tagProtection(rulesets: readonly RulesetFacts[]): ProtectionVerdict {
  return best(
    rulesets.filter((each) => each.target === 'tag' && isForPeople(each) && each.exclude.length === 0),
  );
}

/** Whether nobody at all may delete the state branch or change its past. */
export function stateProtection(rulesets: readonly RulesetFacts[], stateBranch: string): ProtectionVerdict {
  const named = `refs/heads/${stateBranch}`;
  const found = rulesets.filter(
    ({ target, isActive, include, exclude, rules }) =>
      target === 'branch' &&
      isActive &&
      (include.includes(named) || (include.includes('~ALL') && !exclude.includes(named))) &&
      STATE_RULES.every((rule) => rules.includes(rule)),
  );
  if (found.some(({ exempt }) => exempt?.length === 0)) return 'held';
  return found.some(({ exempt }) => exempt === null) ? 'unknown' : 'missing';
}

function isForPeople({ isActive, include, rules }: RulesetFacts): boolean {
  return isActive && include.includes('~ALL') && PEOPLES_RULES.every((rule) => rules.includes(rule));
}

function best(found: readonly RulesetFacts[]): ProtectionVerdict {
  if (found.some(({ exempt }) => exempt?.every(isPeople) === true)) return 'held';
  return found.some(({ exempt }) => exempt === null) ? 'unknown' : 'missing';
}

function isPeople(actor: string): boolean {
  return PEOPLES_ROLES.has(actor) || /^(?:Team|User) /.test(actor);
}

/** Whether only the default branch may use an environment. */
export function isForDefaultBranch(branches: readonly string[] | null, defaultBranch: string): boolean {
  return branches !== null && branches.length > 0 && branches.every((branch) => branch === defaultBranch);
}
