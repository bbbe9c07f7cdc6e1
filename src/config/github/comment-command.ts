import { COMMENT_FORMS, commentAnswer, commentProblems } from '../../report/problems/action-problems.ts';
import type { ProblemText } from '../../report/problems/problem.ts';
import { nearestName } from '../yaml/nearest-name.ts';

/** What a comment asks for. */
export type CommentCommand =
  | { readonly kind: 'run' | 'pause' | 'resume_goal'; readonly goal: string }
  | { readonly kind: 'stop'; readonly reason: string }
  | { readonly kind: 'resume' };

export type CommentReading =
  | { readonly kind: 'command'; readonly command: CommentCommand }
  /** It is not for the agent. */
  | { readonly kind: 'none' }
  /** Plain sentences: what is wrong, what would be right. */
  | { readonly kind: 'wrong'; readonly message: string };

/** In any case, as GitHub's `startsWith` in a workflow reads it. */
const ADDRESS = /^\/wakeful(?=\s|$)/i;
const GOAL = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_GOAL = 64;

/** Reads a comment's first line, which has to begin with `/wakeful`. The lines below it are for people. */
export function readComment(body: string): CommentReading {
  const [first = '', ...rest] = body.replace(/^\uFEFF/, '').split(/\r\n|[\n\r\u2028\u2029]/);
  if (!ADDRESS.test(first)) return { kind: 'none' };
  if (rest.some((line) => ADDRESS.test(line.trimStart()))) return wrong(commentProblems.several);
  const [name = '', ...words] = first.replace(ADDRESS, '').trim().split(/\s+/);
  switch (name) {
    case 'run':
    case 'pause':
      return ofGoal(name, words);
    case 'stop':
      return ofStop(words);
    case 'resume':
      return words.length === 0 ? command({ kind: 'resume' }) : ofGoal('resume', words);
    default:
      return wrong(verbProblem(name));
  }
}

function ofGoal(name: 'run' | 'pause' | 'resume', words: readonly string[]): CommentReading {
  const [goal, ...more] = words;
  if (goal === undefined) return wrong(commentProblems.noGoal(name));
  if (!GOAL.test(goal) || goal.length > LONGEST_GOAL) return wrong(commentProblems.notGoal(goal));
  if (more.length > 0) return wrong(commentProblems.tooMuch(name));
  return command({ kind: name === 'resume' ? 'resume_goal' : name, goal });
}

function ofStop(words: readonly string[]): CommentReading {
  const reason = words.join(' ');
  return reason === '' ? wrong(commentProblems.noReason) : command({ kind: 'stop', reason });
}

function verbProblem(name: string): ProblemText {
  if (name === '') return commentProblems.noCommand;
  return commentProblems.notCommand(name, nearestName(name, Object.keys(COMMENT_FORMS)));
}

function command(read: CommentCommand): CommentReading {
  return { kind: 'command', command: read };
}

function wrong(problem: ProblemText): CommentReading {
  return { kind: 'wrong', message: commentAnswer(problem) };
}
