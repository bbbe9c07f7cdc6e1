import { PROGRAM } from '../../core/text/program.ts';
import { count } from '../words/sentences.ts';
import { versionWords } from './update-text.ts';

interface VersionInput {
  readonly commit: string;
  readonly version: string | null;
}

export interface CopyWordsInput {
  readonly repository: string;
  /** The commit that the copy has now. */
  readonly from: string;
  readonly to: VersionInput;
  readonly files: readonly CopiedWordsInput[];
  readonly hasOwnSources: boolean;
}

interface CopiedWordsInput {
  readonly path: string;
  readonly kind: 'taken' | 'removed' | 'unneeded' | 'merged' | 'kept';
  readonly conflicts?: number;
  readonly isGone?: boolean;
}

/** What `update` says of a copy of the template. */
export const COPY_TEXTS = {
  message: (input: CopyWordsInput) =>
    [`Update Wakeful to ${versionWords(input.to)}`, ...body(input)].join('\n\n'),
  noHome: (home: string | null) =>
    `This repository is a copy of Wakeful, and this program is its own. Start the update from the repository that the copy was made from: npx --yes --allow-git=all github:${home ?? 'OWNER/wakeful'} update.`,
  notFetched: (repository: string) =>
    `https://github.com/${repository} could not be fetched. Look at the network, and start again.`,
  noBeginning: (repository: string) =>
    `It cannot be seen which commit of ${repository} this copy was made from: no commit there has the files of a first commit here. If this clone is shallow, fetch the rest first (git fetch --unshallow). Otherwise name it: ${PROGRAM} update --from <commit of 40 digits>.`,
  notFrom: (given: string, repository: string) =>
    `--from: ${JSON.stringify(given)} is not the id of a commit of ${repository}, such as 0123456789abcdef0123456789abcdef01234567.`,
} as const;

function body({ repository, from, to, files, hasOwnSources }: CopyWordsInput): readonly string[] {
  const of = (kind: CopiedWordsInput['kind']) => files.filter((file) => file.kind === kind);
  const both = [...of('merged'), ...of('kept')];
  const compare = `https://github.com/${repository}/compare/${from}...${to.commit}`;
  return [
    from === to.commit
      ? `This copy has the files of [${repository}](https://github.com/${repository}) at ${versionWords(to)} already. This writes it down in \`.github/wakeful.lock\`, so that later updates know it.`
      : `Brings this copy of [${repository}](https://github.com/${repository}) from ${from.slice(0, 12)} to ${versionWords(to)}. [What changed there](${compare}). ${numbers(of('taken').length, of('removed').length)}`,
    ...(both.length === 0 ? [] : [`You have changed these as well:\n\n${both.map(bothWords).join('\n')}`]),
    ...unneededWords(of('unneeded')),
    ...(hasOwnSources ? [OWN_SOURCES] : []),
    'What you have removed stays away. Goals are not touched. Closing this pull request leaves everything as it is.\n',
  ];
}

const OWN_SOURCES =
  '**Before you merge:** you have changed what `dist/` is built from, and `dist/` is what runs. Build it on this branch, with `npm ci` and `npm run bundle`, and commit it.';

function numbers(taken: number, removed: number): string {
  const gone =
    removed === 0
      ? ''
      : `, and ${count(removed, 'file')} that it no longer has ${removed === 1 ? 'is' : 'are'} gone`;
  return `${count(taken, 'file')} ${taken === 1 ? 'is' : 'are'} as the new version has ${taken === 1 ? 'it' : 'them'}${gone}.`;
}

function bothWords({ path, kind, conflicts = 0, isGone = false }: CopiedWordsInput): string {
  if (isGone) return `- \`${path}\`: the new version no longer has it. Yours was kept.`;
  if (kind === 'kept')
    return `- \`${path}\`: **look at it.** It cannot be merged by lines, and yours was kept.`;
  if (conflicts === 0) return `- \`${path}\`: the new version, with your changes.`;
  return `- \`${path}\`: the new version, with your changes. **Look at it:** in ${count(conflicts, 'place')} the new version changes lines that you have changed; yours were kept.`;
}

function unneededWords(files: readonly CopiedWordsInput[]): readonly string[] {
  if (files.length === 0) return [];
  const parts = new Map<string, number>();
  for (const { path } of files) {
    const part = path.startsWith('.github/') || !path.includes('/') ? path : `${path.split('/')[0]}/`;
    parts.set(part, (parts.get(part) ?? 0) + 1);
  }
  const lines = [...parts].map(
    ([part, number]) => `- \`${part}\`${part.endsWith('/') ? `: ${count(number, 'file')}` : ''}`,
  );
  return [
    `This copy does not need these, and they go: they only serve to change Wakeful itself and to release it. The agent runs from \`dist/\`, and no command needs them.\n\n${lines.join('\n')}`,
    'If you mean to change Wakeful, keep them: close this, and start `update` with `--keep-all`.',
  ];
}
