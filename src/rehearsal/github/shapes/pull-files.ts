import type { DraftFile } from '../records/records.ts';
import { repositoryApi, repositoryPage, type Site } from '../records/site.ts';

const STATUS: Readonly<Record<string, string>> = { A: 'added', D: 'removed', M: 'modified', T: 'changed' };

/** What a pull request changes, file by file, as git tells it. */
export async function changedFiles(site: Site, { head }: DraftFile, base: string) {
  const { git } = site.branches;
  const range = `${base}...${head}`;
  const options = ['--no-renames', '--no-color', '--no-ext-diff', '--no-textconv'];
  const listed = (await git(['diff', ...options, '--name-status', '-z', range])).split('\0');
  const files = [];
  for (let at = 0; at + 1 < listed.length; at += 2) {
    const [letter = '', path = ''] = [listed[at], listed[at + 1]];
    const counts = await git(['diff', ...options, '--numstat', range, '--', path]);
    const patch = (await git(['diff', ...options, range, '--', path])).replace(/^[\s\S]*?(?=^@@)/m, '');
    files.push({ path, status: STATUS[letter.charAt(0)] ?? 'modified', counts, patch });
  }
  return files.map((file) => fileShape(site, head, file));
}

interface ChangedFile {
  readonly path: string;
  readonly status: string;
  /** As `git diff --numstat` prints them. */
  readonly counts: string;
  readonly patch: string;
}

/** Of a binary file git counts no lines, and GitHub shows no patch. */
function fileShape(site: Site, head: string, { path, status, counts, patch }: ChangedFile) {
  const [additions = 0, deletions = 0] = counts.split('\t', 2).map((count) => Number(count) || 0);
  const at = `${head}/${path.split('/').map(encodeURIComponent).join('/')}`;
  return {
    sha: head,
    filename: path,
    ...{ status, additions, deletions, changes: additions + deletions },
    blob_url: `${repositoryPage(site)}/blob/${at}`,
    raw_url: `${repositoryPage(site)}/raw/${at}`,
    contents_url: `${repositoryApi(site)}/contents/${at}`,
    ...(patch.startsWith('@@') && { patch: patch.trimEnd() }),
  };
}
