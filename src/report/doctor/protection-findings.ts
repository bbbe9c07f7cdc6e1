import { type Finding, fine, hidden, problem } from '../../core/health/finding.ts';
import { PEOPLES_RULES, type ProtectionVerdict, STATE_RULES } from '../../core/health/protection.ts';
import { BRANCH_PREFIX } from '../../core/work-branch.ts';

export const ENVIRONMENT_VARIABLE = 'WAKEFUL_ENVIRONMENT';
export const KEY = 'OPENAI_API_KEY';
const USUAL_ENVIRONMENT = 'wakeful';

/** What the commands are for: `acme/site`, and the server if it is not github.com. */
export interface CommandTarget {
  readonly repository: string;
  readonly host: string | null;
}

const WHAT = {
  branches: 'other branches',
  tags: 'tags',
  state: 'history of the state branch',
  key: 'key in an environment',
} as const;

export const RULES_HIDDEN = 'This token cannot read the rulesets, or the plan has none.';

/** Nobody could look at the rulesets. */
export function protectionHidden(
  why: string,
  target: CommandTarget,
  stateBranch: string,
): readonly Finding[] {
  return [
    branchesFinding('unknown', target, stateBranch),
    tagsFinding('unknown', target),
    stateFinding('unknown', target, stateBranch),
  ].map((finding) => ({ ...finding, says: why }));
}

export function branchesFinding(
  seen: ProtectionVerdict,
  target: CommandTarget,
  stateBranch: string,
): Finding {
  const ours = [`refs/heads/${BRANCH_PREFIX}**/*`, `refs/heads/${stateBranch}`];
  const body = rulesetBody('All branches but those of the agent', 'branch', {
    include: ['~ALL'],
    exclude: ours,
  });
  return judged(WHAT.branches, seen, {
    held: "A ruleset lets only people write to the branches that are not the agent's.",
    missing:
      "The token of a run may write to every branch: it can merge pull requests and delete branches. No ruleset keeps it to the agent's branches.",
    right: `Set a ruleset over all branches but the agent's, with people exempt and GitHub Actions not. Add the teams or people who push branches to \`bypass_actors\`. ${ROLE_WRITE}`,
    commands: [setRuleset(target, body)],
  });
}

export function tagsFinding(seen: ProtectionVerdict, target: CommandTarget): Finding {
  const body = rulesetBody('All tags', 'tag', { include: ['~ALL'], exclude: [] });
  return judged(WHAT.tags, seen, {
    held: 'A ruleset lets only people create, move and delete tags.',
    missing: 'The token of a run may create, move and delete every tag.',
    right: `Set a ruleset over all tags, with people exempt and GitHub Actions not. ${ROLE_WRITE}`,
    commands: [setRuleset(target, body)],
  });
}

const ROLE_WRITE =
  'Do not exempt the role write: GitHub does not say whether the token of Actions belongs to it.';

export function stateFinding(seen: ProtectionVerdict, target: CommandTarget, stateBranch: string): Finding {
  const body = {
    ...{ name: 'State of the agent', target: 'branch', enforcement: 'active' },
    conditions: { ref_name: { include: [`refs/heads/${stateBranch}`], exclude: [] } },
    rules: STATE_RULES.map((type) => ({ type })),
    bypass_actors: [],
  };
  return judged(WHAT.state, seen, {
    held: 'A ruleset lets nobody delete the state branch or change its past. People who may write can still add to it; GitHub cannot exempt the token of Actions from a rule against that.',
    missing: `Everybody who may write can delete ${stateBranch} or change its past unseen.`,
    right: `Set a ruleset over ${stateBranch} from which nobody is exempt.`,
    commands: [setRuleset(target, body)],
  });
}

interface JudgedTexts {
  readonly held: string;
  readonly missing: string;
  readonly right: string;
  readonly commands: readonly string[];
}

function judged(
  what: string,
  seen: ProtectionVerdict,
  { held, missing, right, commands }: JudgedTexts,
): Finding {
  if (seen === 'held') return fine(what, held);
  const found =
    seen === 'missing'
      ? problem(what, missing, right)
      : hidden(what, 'This token does not see who is exempt from the rulesets.', right);
  return { ...found, commands };
}

function rulesetBody(
  name: string,
  target: 'branch' | 'tag',
  refs: { readonly include: readonly string[]; readonly exclude: readonly string[] },
): object {
  return {
    ...{ name, target, enforcement: 'active', conditions: { ref_name: refs } },
    rules: PEOPLES_RULES.map((type) => ({ type })),
    bypass_actors: [5, 2].map((id) => ({
      actor_id: id,
      actor_type: 'RepositoryRole',
      bypass_mode: 'always',
    })),
  };
}

export function setRuleset(target: CommandTarget, body: object): string {
  return `echo '${quoted(JSON.stringify(body))}' | gh api${hostOption(target)} -X POST repos/${target.repository}/rulesets --input -`;
}

/** Between the quotes of a shell. */
function quoted(text: string): string {
  return text.replaceAll("'", `'\\''`);
}

function hostOption({ host }: CommandTarget): string {
  return host === null ? '' : ` --hostname ${host}`;
}

/** How the environment of the key stands. */
export type KeyLocation =
  /** The variable names none. */
  | { readonly kind: 'unset' }
  | { readonly kind: 'absent'; readonly name: string }
  | {
      readonly kind: 'named';
      readonly name: string;
      readonly isForDefaultBranch: boolean;
      /** Null: the token does not tell. */
      readonly hasKey: boolean | null;
      /** Null: the token does not tell. */
      readonly secretNames: readonly string[] | null;
      /** Whether a secret of the repository holds the key as well; null: the token does not tell. */
      readonly isInRepository: boolean | null;
    }
  | { readonly kind: 'unseen'; readonly why: string };

export function keyLocationFinding(key: KeyLocation, target: CommandTarget, branch: string): Finding {
  const name = 'name' in key ? key.name : USUAL_ENVIRONMENT;
  const commands = environmentCommands(target, name, branch);
  const right = `Keep the key in an environment that only ${branch} may use.`;
  switch (key.kind) {
    case 'unseen':
      return { ...hidden(WHAT.key, key.why, right), commands };
    case 'unset':
      return {
        ...fine(
          WHAT.key,
          `The variable ${ENVIRONMENT_VARIABLE} names no environment, so everybody who may push a branch can read the key with a workflow of that branch.`,
        ),
        right: `Where more than one person may push, keep the key in an environment that only ${branch} may use.`,
        commands,
      };
    case 'absent':
      return {
        ...problem(WHAT.key, `There is no environment ${key.name}, or this token does not see it.`, right),
        commands,
      };
    case 'named':
      return namedFinding(key, { right, commands, branch });
  }
}

function namedFinding(
  { name, isForDefaultBranch, hasKey, isInRepository }: Extract<KeyLocation, { kind: 'named' }>,
  {
    right,
    commands,
    branch,
  }: { readonly right: string; readonly commands: readonly string[]; readonly branch: string },
): Finding {
  const found = (says: string): Finding => ({ ...problem(WHAT.key, says, right), commands });
  if (!isForDefaultBranch) return found(`Other branches than ${branch} may use the environment ${name}.`);
  if (hasKey === false) return found(`The environment ${name} has no secret ${KEY}.`);
  if (isInRepository === true)
    return found(`A secret ${KEY} of the repository hands the key to every branch all the same.`);
  return hasKey === null || isInRepository === null
    ? { ...hidden(WHAT.key, 'This token cannot read the names of secrets.', right), commands }
    : fine(WHAT.key, `Only ${branch} may use the environment ${name}, and only it holds the key.`);
}

function environmentCommands(target: CommandTarget, name: string, branch: string): readonly string[] {
  const api = `gh api${hostOption(target)}`;
  const at = `repos/${target.repository}/environments/${encodeURIComponent(name)}`;
  const policy = { deployment_branch_policy: { protected_branches: false, custom_branch_policies: true } };
  const where = `--repo ${target.host === null ? '' : `${target.host}/`}${target.repository}`;
  return [
    `echo '${JSON.stringify(policy)}' | ${api} -X PUT ${at} --input -`,
    `${api} -X POST ${at}/deployment-branch-policies -f name='${quoted(branch)}' -f type=branch`,
    `gh secret set ${KEY} --env '${quoted(name)}' ${where}`,
    `gh secret delete ${KEY} ${where}`,
    `gh variable set ${ENVIRONMENT_VARIABLE} --body '${quoted(name)}' ${where}`,
  ];
}
