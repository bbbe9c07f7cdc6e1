import type { GitHubCall } from './call.ts';
import { bodyForGitHub } from './longest-texts.ts';

/** Issues and pull requests share their comments. */
export async function comment(call: GitHubCall, number: number, body: string): Promise<void> {
  const asked = { issue_number: number, body: bodyForGitHub(body) };
  await call.send({ route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments', with: asked });
}
