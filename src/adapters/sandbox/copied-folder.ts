import { SANDBOX_TEXTS } from '../../report/failures/sandbox-texts.ts';

/** Where the files that are copied lie inside the sandbox. */
export const COPIED = '/run/files';
/** Where the repository behind the copy lies. It can be read only, so git makes no commit and no lock in it. */
export const HISTORY = '/run/history';

/**
 * A line of the shell that fills the empty folder and then runs what follows. Links are copied as links. Whatever git link the files
 * had goes: it names a place of the machine.
 */
export function copyLine({ history }: { readonly history: string | null }): string {
  const copied = `cp -a ${COPIED}/. . 2>/dev/null || echo '${SANDBOX_TEXTS.notAllCopied}'`;
  const linked = `printf 'gitdir: ${HISTORY}\\n' > .git; export GIT_OPTIONAL_LOCKS=0; `;
  return `${copied}; rm -rf .git; ${history === null ? '' : linked}exec "$@"`;
}
