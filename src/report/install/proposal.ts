import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { Goal } from '../../core/goal.ts';
import { mostOfAll, mostOfGoal } from '../../core/money/most-spent.ts';
import type { Settings } from '../../core/settings.ts';
import { defaultBranchCommand } from '../doctor/default-branch-findings.ts';
import { type GitHubSite, repositoryUrl, variablesUrl } from '../words/github-pages.ts';
import { codeSpan, inlineText, valueSpan } from '../words/markdown.ts';
import { figure, listWords, scheduleWords } from '../words/sentences.ts';

/** What `init` proposes, and where. */
export interface ProposalInput {
  /** Null: the remote is not on GitHub, or there is none. */
  readonly site: GitHubSite | null;
  readonly defaultBranch: string;
  /** Null: not known. */
  readonly isPrivate: boolean | null;
  readonly release: {
    readonly repository: string;
    readonly commit: string;
    readonly version: string | null;
  };
  readonly goals: readonly MaskedRecord<Goal>[];
  /** Name of the secret that holds the model's key; null: the server needs none. */
  readonly hasKey: boolean | null;
  /** Whether Actions may open pull requests; null: not known. */
  readonly mayOpenPullRequests: boolean | null;
  readonly settings: Settings;
  readonly likely: string;
  /** Whether a ruleset or a branch protection guards the default branch; null: not known. */
  readonly isGuarded: boolean | null;
  /** Whether an App opens the drafts. */
  readonly hasApp: boolean;
  /** Jobs that the schedules start in 30 days, by workflow. */
  readonly jobs: { readonly wake: number; readonly watchdog: number };
}

export const PROPOSAL_SUBJECT = 'Add Wakeful';
/** By this line a branch that `init` has made is known again. */
export const PROPOSAL_TRAILER = 'Wakeful-Install: ';

/** The message of the one commit; GitHub proposes it as the text of the pull request. */
export function proposalMessage(input: ProposalInput): string {
  const { release } = input;
  return `${PROPOSAL_SUBJECT}\n\n${proposalBody(input)}\n\n${PROPOSAL_TRAILER}${release.repository}@${release.commit}\n`;
}

/** The install, the preview, the consent and the way out. */
function proposalBody(input: ProposalInput): string {
  return [
    what(input),
    '## Before you merge',
    steps(input),
    '## What it would do, and may do',
    permissions(input),
    '## What it costs',
    costs(input),
    '## What happens first',
    first(input),
    '## How to stop it, and how to take it out',
    wayOut(input),
  ].join('\n\n');
}

function what({ goals, release, defaultBranch }: ProposalInput): string {
  const version = release.version ?? `the commit ${release.commit.slice(0, 12)}, which is no release`;
  const names = goals.map(({ id, title }) => `- ${codeSpan(id)}: ${inlineText(title)}`);
  return [
    `**Merging this switches Wakeful on. Closing it leaves nothing behind.** Wakeful works on the chores below while you are away, with a language model, and offers what it has done as draft pull requests. It merges nothing, and it never pushes to \`${defaultBranch}\`.`,
    names.join('\n'),
    `The code that runs is [${release.repository}](https://github.com/${release.repository}) at ${version}. It is pinned by its commit; nothing of it is copied into this repository.`,
  ].join('\n\n');
}

function steps(input: ProposalInput): string {
  const { site, hasKey, mayOpenPullRequests } = input;
  const page = (path: string): string => (site === null ? '' : ` (${repositoryUrl(site)}/${path})`);
  const done = (isDone: boolean | null): string => (isDone === true ? '[x]' : '[ ]');
  return [
    `- ${done(mayOpenPullRequests)} *Settings → Actions → General → Workflow permissions*${page('settings/actions')}: tick *Allow GitHub Actions to create and approve pull requests*.`,
    `- ${done(hasKey)} *Settings → Secrets and variables → Actions → New repository secret*${page('settings/secrets/actions/new')}: the key of the model, as \`OPENAI_API_KEY\`. A server of your own may need none.`,
    ...(input.hasApp
      ? [
          `- [ ] Make an App that opens the drafts, so that CI runs on them by itself: [in ten clicks](https://github.com/${input.release.repository}/blob/HEAD/docs/workflows.md#an-app-that-opens-the-drafts). Its id goes into the variable \`WAKEFUL_APP_ID\`, its key into the secret \`WAKEFUL_APP_KEY\`. Until then drafts are opened without it.`,
        ]
      : []),
    ...guardStep(input),
    '- [ ] Read the goals and the limits below. Edit them here, in this pull request; the check *Goals* shows what an edit would allow.',
  ].join('\n');
}

/** Named where it is not known either, without the command. */
function guardStep({ isGuarded, defaultBranch, site }: ProposalInput): readonly string[] {
  if (isGuarded === true) return [];
  const why = `so that changes come in by a pull request which a person has approved. The token of every workflow that may write could push to it otherwise.`;
  if (isGuarded === null)
    return [
      `- [ ] If no ruleset guards \`${defaultBranch}\`, set one, ${why} The command \`doctor\` looks, and prints the command that sets it.`,
    ];
  const host = site === null ? null : new URL(site.serverUrl).host;
  const target = { repository: site?.repository ?? '', host: host === 'github.com' ? null : host };
  return [
    `- [ ] No ruleset guards \`${defaultBranch}\`. Set one, ${why} Administrators are exempt:\n\n  \`\`\`sh\n  ${defaultBranchCommand(target)}\n  \`\`\``,
  ];
}

function permissions({ goals, settings, defaultBranch }: ProposalInput): string {
  const head = ['Goal', 'When', 'May read', 'May change', 'At most a day', 'At most a month'];
  const rows = goals.map((goal) => {
    const most = mostOfGoal(goal, settings);
    return [
      codeSpan(goal.id),
      inlineText(scheduleWords(goal.schedule)),
      goal.permissions.read.map(valueSpan).join(', '),
      goal.permissions.write.map(valueSpan).join(', '),
      amount(most.tokensPerDay, most.usdPerDay),
      amount(most.tokensPerMonth, most.usdPerMonth),
    ];
  });
  const all = mostOfAll(goals, settings);
  const last = [
    '**all together**',
    '',
    '',
    '',
    amount(all.tokensPerDay, all.usdPerDay),
    amount(all.tokensPerMonth, all.usdPerMonth),
  ];
  const table = [head, head.map(() => '---'), ...rows, last].map((cells) => `| ${cells.join(' | ')} |`);
  return [
    table.join('\n'),
    `What a goal may read is sent to the server of the model. What it changes comes as a draft pull request to \`${defaultBranch}\`, which you merge or close. Workflows, goals, settings and files that other programs run can never be changed. Your edits of a draft stay: once you have pushed to its branch, the agent leaves it to you.`,
  ].join('\n\n');
}

function amount(tokens: number, usd: number | null): string {
  return usd === null ? `${figure(tokens)} tokens` : `${figure(tokens)} tokens, $${usd.toFixed(2)}`;
}

function costs({ likely, jobs, isPrivate }: ProposalInput): string {
  const total = jobs.wake + jobs.watchdog;
  const minutes = `About ${figure(total)} jobs of a minute in 30 days: ${figure(jobs.wake)} to look for work, ${figure(jobs.watchdog)} to see that it still runs.`;
  const price =
    'In a private repository each counts as a minute; beyond the minutes of your plan a minute of this runner costs $0.002.';
  const free = 'In a public repository they are free.';
  const runner = isPrivate === null ? `${free} ${price}` : isPrivate ? price : free;
  return [
    `- **The model, at most:** the last row of the table above. The limits hold even when a run crashes.`,
    `- **The model, probably:** ${likely}`,
    `- **Runner minutes:** ${minutes} ${runner}`,
  ].join('\n');
}

function goalsInTurn(ids: readonly string[]): string {
  if (ids.length === 1) return `It works on ${ids[0] ?? ''} and opens at most one draft.`;
  return `It works on one goal, and the next runs take the others (${listWords(ids)}). Each opens at most one draft.`;
}

function first({ goals, site, hasApp }: ProposalInput): string {
  const waits = hasApp
    ? 'Until there is an App, workflows on its drafts wait for a click of somebody with write permission.'
    : 'Workflows on its drafts wait for a click of somebody with write permission.';
  const page =
    site === null ? '' : `, or start it at once at ${repositoryUrl(site)}/actions/workflows/wake.yml`;
  return `Within half an hour after the merge the first run starts${page}. ${goalsInTurn(goals.map(({ id }) => `\`${id}\``))} Each run writes what it did to the branch \`wakeful-state\`, whose front page shows how it is doing. ${waits}`;
}

function wayOut({ site }: ProposalInput): string {
  const variables = site === null ? '' : ` (${variablesUrl(site)})`;
  return [
    '- **Stop:** write the comment `/wakeful stop <reason>` on any issue or pull request, or set the repository variable `WAKEFUL_STOP` to any text' +
      `${variables}. \`/wakeful resume\` lets it go on.`,
    '- **Out:** the command `uninstall`, in a clone, takes away the workflows, the settings, the state branch, open drafts, alerts and labels, and names what only you can remove.',
  ].join('\n');
}
