import { type Finding, fine, problem } from '../../core/health/finding.ts';

/** `why`: one sentence, why git cannot read the remote. */
export function remoteProblem(why: string): Finding {
  return problem('remote', why, 'Correct the address of the remote, or let git log in there without asking.');
}

export function remoteFinding(branch: string): Finding {
  return fine('remote', `It can be read. Its default branch is ${branch}.`);
}
