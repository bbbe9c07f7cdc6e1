/** Rules of a ruleset that no push of the agent can meet, with why. */
const BREAKS: Readonly<Record<string, string>> = {
  creation: 'the agent creates branches',
  update: 'the agent pushes to its branches',
  required_signatures: "the agent's commits are not signed",
  required_status_checks: 'no check runs before a push',
  pull_request: 'the agent pushes without a pull request',
  required_deployments: 'nothing is deployed before a push',
  merge_queue: 'the agent pushes without a queue',
  workflows: 'no workflow runs before a push',
  code_scanning: 'nothing is scanned before a push',
};

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
  /** `required_signatures (the agent's commits are not signed)`. */
  readonly breaking: readonly string[];
  /** By name. */
  readonly doubtful: readonly string[];
}

/** What the rules of a branch mean for the agent, which pushes to it fast-forward only and never deletes it. */
export function judgeRules(rules: readonly string[]): RulesVerdict {
  return {
    breaking: rules.flatMap((rule) => (Object.hasOwn(BREAKS, rule) ? [`${rule} (${BREAKS[rule]})`] : [])),
    doubtful: rules.filter((rule) => MAY_BREAK.has(rule)),
  };
}
