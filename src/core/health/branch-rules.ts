/** Rules of a ruleset that no push of the agent can meet. */
export const BREAKING_RULES = [
  'creation',
  'update',
  'required_signatures',
  'required_status_checks',
  'pull_request',
  'required_deployments',
  'merge_queue',
  'workflows',
  'code_scanning',
] as const;

export type BreakingRule = (typeof BREAKING_RULES)[number];

/** Rules that may refuse some pushes, by what they say. */
const MAY_BREAK: ReadonlySet<string> = new Set([
  'commit_message_pattern',
  'commit_author_email_pattern',
  'committer_email_pattern',
  'branch_name_pattern',
  'file_path_restriction',
  'file_extension_restriction',
  'max_file_path_length',
  'max_file_size',
]);

export interface RulesVerdict {
  readonly breaking: readonly BreakingRule[];
  /** By name. */
  readonly doubtful: readonly string[];
}

/** What the rules of a branch mean for the agent, which pushes to it fast-forward only and never deletes it. */
export function judgeRules(rules: readonly string[]): RulesVerdict {
  return {
    breaking: rules.flatMap((rule) => BREAKING_RULES.find((each) => each === rule) ?? []),
    doubtful: rules.filter((rule) => MAY_BREAK.has(rule)),
  };
}
