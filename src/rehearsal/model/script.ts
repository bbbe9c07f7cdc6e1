import { brokenLinks, isBrokenLinks } from './scripts/broken-links.ts';
import { changelogDraft, isChangelogDraft } from './scripts/changelog-draft.ts';
import { docsIndex, isDocsIndex } from './scripts/docs-index.ts';
import { isTodoDigest, todoDigest } from './scripts/todo-digest.ts';
import type { Conversation } from './text/conversation.ts';
import { oneLine } from './text/objective.ts';
import { finish, giveUp, type Turn } from './text/turn.ts';

interface Script {
  /** By what the objective asks for, not by a goal's name. */
  readonly recognises: (objective: string) => boolean;
  readonly next: (conversation: Conversation) => Turn;
}

const SCRIPTS: readonly Script[] = [
  { recognises: isDocsIndex, next: docsIndex },
  { recognises: isBrokenLinks, next: brokenLinks },
  { recognises: isTodoDigest, next: todoDigest },
  { recognises: isChangelogDraft, next: changelogDraft },
];

const UNKNOWN_GOAL =
  'The scripted model knows only the sample goals (an index of docs, broken links, a digest of TODO comments, a changelog ' +
  'draft) and recognises them by their objectives. For any other goal use a real model: set OPENAI_API_KEY, and for a server ' +
  'that is not OpenAI also OPENAI_BASE_URL and OPENAI_MODEL.';

/** What the scripted model answers. A finish that was refused is not tried again. */
export function nextTurn(conversation: Conversation | null): Turn {
  if (conversation === null) return giveUp(UNKNOWN_GOAL);
  const last = conversation.steps.findLast((step) => step.tool === 'finish' || step.tool === 'give_up');
  const rest = last !== undefined && /call finish once more|a second reader/.test(wordsOf(last.result));
  const hasSaidSo = conversation.steps.filter(({ tool }) => tool === 'finish').length > 1;
  // Part of the findings needs a person, and the summary says which.
  if (last !== undefined && rest && !hasSaidSo) return finish(String(last.input['summary']));
  if (last !== undefined) return giveUp(`The work could not be finished: ${firstLines(last.result)}`);
  const script = SCRIPTS.find(({ recognises }) => recognises(oneLine(conversation.assignment.objective)));
  return script === undefined ? giveUp(UNKNOWN_GOAL) : script.next(conversation);
}

const SHOWN = 500;

function firstLines(result: Result): string {
  return wordsOf(result).slice(0, SHOWN);
}

type Result = Conversation['steps'][number]['result'];

function wordsOf(result: Result): string {
  return result.kind === 'failed' ? result.reason : result.kind === 'said' ? result.text : result.header;
}
