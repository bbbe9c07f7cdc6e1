import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { may, type Token } from '../http/access.ts';
import type { Refusals } from './push-commands.ts';

/**
 * Run by git with the objects of a push before they are let in: names the first workflow file that each ref would create
 * or change. What comes from the default branch is there already; what is removed is not forbidden.
 */
const PRE_RECEIVE = `#!/bin/sh
status=0
changed() { git diff-tree -r --name-only --diff-filter=d "$1" "$to" -- .github/workflows; }
while read -r from to ref; do
  case $to in *[!0]*) ;; *) continue ;; esac
  case $from in *[!0]*) ;; *) from=HEAD ;; esac
  files=$(changed "$from")
  [ -z "$files" ] || files=$(changed HEAD | grep -Fx -e "$files")
  [ -n "$files" ] || continue
  echo "workflow-guard $ref $files" | head -n 1 >&2
  status=1
done
exit $status
`;

/** Gives the folder of hooks. */
export async function writeWorkflowGuard(folder: string): Promise<string> {
  const hooks = join(folder, 'hooks');
  await mkdir(hooks, { recursive: true });
  const file = join(hooks, 'pre-receive');
  await writeFile(file, PRE_RECEIVE);
  await chmod(file, 0o755);
  return hooks;
}

export function isGuarded(token: Token): boolean {
  return !may(token, 'workflows:write');
}

/** What the hook has said in the answer to a push; empty: nothing. */
export function guardRefusals(answer: Buffer, token: Token): Refusals {
  const found = answer.toString('latin1').matchAll(/workflow-guard (refs\/\S+) (.+)/g);
  return new Map([...found].map(([, ref = '', path = '']) => [ref, refusedWorkflow(token, path)]));
}

function refusedWorkflow(token: Token, path: string): string {
  const who = token.kind === 'workflow' ? 'a GitHub App' : 'a Personal Access Token';
  const what = token.kind === 'workflow' ? '`workflows` permission' : '`workflow` scope';
  return `refusing to allow ${who} to create or update workflow \`${path}\` without ${what}`;
}
