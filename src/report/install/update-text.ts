import { PROGRAM } from '../../core/text/program.ts';
import { count, listWords } from '../words/sentences.ts';

export interface UpdateWordsInput {
  readonly repository: string;
  readonly from: { readonly commit: string; readonly version: string | null };
  readonly to: { readonly commit: string; readonly version: string | null };
  readonly files: readonly { readonly path: string; readonly kind: string; readonly conflicts?: number }[];
  readonly removed: readonly string[];
}

export const UPDATE_TEXTS = {
  notInstalled: `Wakeful is not installed here: there is no .github/wakeful.lock on the default branch. To install it: ${PROGRAM} init.`,
  badRecord:
    '.github/wakeful.lock is not a record that init or update has written. Restore its last good version from the history.',
  upToDate: (repository: string, version: string) =>
    `Nothing to do: ${repository} is at ${version} here, and all files are as they should be.`,
  subject: (to: UpdateWordsInput['to']) => `Update Wakeful to ${versionWords(to)}`,
  message: (input: UpdateWordsInput) => [UPDATE_TEXTS.subject(input.to), body(input)].join('\n\n'),
} as const;

export function versionWords({ commit, version }: UpdateWordsInput['to']): string {
  return version ?? commit.slice(0, 12);
}

function body({ repository, from, to, files, removed }: UpdateWordsInput): string {
  const compare = `https://github.com/${repository}/compare/${from.commit}...${to.commit}`;
  const lines = files
    .filter(({ kind }) => kind !== 'same')
    .map((file) => `- \`${file.path}\`: ${fileWords(file)}`);
  return [
    `Moves the pinned commit of [${repository}](https://github.com/${repository}) from ${versionWords(from)} to ${versionWords(to)}. [What changed there](${compare}).`,
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
    ...(removed.length === 0
      ? []
      : [`${listWords(removed.map((path) => `\`${path}\``))}: removed by you, and left so.`]),
    'Goals are not touched. Closing this pull request leaves everything as it is.\n',
  ].join('\n\n');
}

function fileWords({ kind, conflicts = 0 }: UpdateWordsInput['files'][number]): string {
  if (kind === 'pinned')
    return 'you have changed it, and what it was before is not known any more. Only the pinned commit is moved.';
  if (kind !== 'merged') return 'as the new version has it.';
  if (conflicts === 0) return 'the new version, with your changes.';
  return `the new version, with your changes. **Look at it:** in ${count(conflicts, 'place')} the new version changes lines that you have changed; yours were kept.`;
}
