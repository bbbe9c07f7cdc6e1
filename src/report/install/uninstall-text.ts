import { PROGRAM } from '../../core/text/program.ts';
import { type GitHubSite, repositoryUrl } from '../words/github-pages.ts';
import { count } from '../words/sentences.ts';

export interface LeftoverWordsInput {
  readonly branches: readonly { readonly name: string }[];
  readonly drafts: readonly { readonly number: number; readonly title: string }[];
  readonly alerts: readonly { readonly number: number; readonly title: string }[];
  readonly labels: readonly string[];
}

export const UNINSTALL_TEXTS = {
  subject: 'Remove Wakeful',
  message: (paths: readonly string[], kept: readonly string[]) =>
    [
      'Remove Wakeful',
      'Merging this switches Wakeful off: no workflow starts it any more. It removes what was installed:',
      paths.map((path) => `- \`${path}\``).join('\n'),
      ...(kept.length === 0
        ? []
        : [`What you have written yourselves stays:\n\n${kept.map((path) => `- \`${path}\``).join('\n')}`]),
      'After the merge, the command `uninstall` once more takes away the state branch, open drafts and alerts.\n',
    ].join('\n\n'),
  mergeFirst: `When that is merged, take away the rest: ${PROGRAM} uninstall.`,
  copied:
    'This repository is a copy of Wakeful, made from the template, so that there is nothing to take out of it. To switch it off, delete .github/workflows/wake.yml, requests.yml and watchdog.yml.',
  found: ({ branches, drafts, alerts, labels }: LeftoverWordsInput) =>
    [
      'Nothing of Wakeful is on the default branch any more. This is left:',
      ...branches.map(({ name }) => `  branch ${name}`),
      ...drafts.map(({ number, title }) => `  open draft #${number} ${title}`),
      ...alerts.map(({ number, title }) => `  open alert #${number} ${title}`),
      ...labels.map((name) => `  label ${name}, which nobody else has made or uses`),
    ].join('\n'),
  unseen: (why: string) => `Open drafts, alerts and labels could not be looked at: ${why}`,
  nothing: 'Nothing of Wakeful is left on the default branch, and no branch, draft, alert or label of it.',
  ask: 'Take all of that away? It cannot be brought back. [y/N] ',
  notTaken: 'Nothing was taken away.',
  needsYes: 'There is no terminal to ask on. Add --yes to take that away.',
  word: 'Wakeful was taken out of this repository.',
  taken: ({ branches, drafts, alerts, labels }: LeftoverWordsInput) =>
    `Taken away: ${count(branches.length, 'branch', 'branches')}, ${count(drafts.length, 'draft')}, ${count(alerts.length, 'alert')}, ${count(labels.length, 'label')}.`,
  notDeleted: (names: readonly string[]) =>
    `These branches could not be deleted: ${names.join(', ')}. A rule protects them, or they have changed meanwhile. Delete them on the page Branches.`,
  /** `labels`: those that were taken away. */
  byHand: (
    site: GitHubSite | null,
    { goals, labels }: { readonly goals: readonly string[]; readonly labels: readonly string[] },
  ) => {
    const left = ['wakeful', 'wakeful-alert'].filter((name) => !labels.includes(name));
    const page = (path: string): string => (site === null ? '' : ` (${repositoryUrl(site)}/${path})`);
    return [
      'What only you can remove:',
      `  the secret OPENAI_API_KEY${page('settings/secrets/actions')}, and the key itself at its provider`,
      `  variables whose names begin with WAKEFUL_ or OPENAI_${page('settings/variables/actions')}`,
      ...(left.length === 0
        ? []
        : [
            `  the ${left.length === 1 ? 'label' : 'labels'} ${left.join(' and ')}, if ${left.length === 1 ? 'it is' : 'they are'} there and you want ${left.length === 1 ? 'it' : 'them'} no more${page('labels')}`,
          ]),
      `  the tick "Allow GitHub Actions to create and approve pull requests"${page('settings/actions')}`,
      '  an environment or rulesets that you have made for it',
      ...goals.map((path) => `  ${path}, which you have written`),
    ].join('\n');
  },
} as const;
