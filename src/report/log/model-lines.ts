import { checkSentence } from '../../core/progress/check-report.ts';
import { masked } from '../../core/text/masked.ts';
import { cutText, onOneLine } from '../../core/text/plain-text.ts';
import { objectionLine } from '../words/objection-words.ts';
import { count, figure, fullStop, listWords } from '../words/sentences.ts';
import type { MaskedEvent, Wordings } from './wording.ts';

type ModelEventName =
  | 'tool_refused'
  | 'check_ran'
  | 'checks_not_run'
  | 'command_ran'
  | 'paths_left_out'
  | 'limit_near'
  | 'model_fault'
  | 'model_replaced'
  | 'change_read'
  | 'change_unread'
  | 'overspent';

const TOOL_LENGTH = 60;
const REFUSAL_LENGTH = 500;
const COMMAND_LENGTH = 300;

export const MODEL_LINES: Wordings<ModelEventName> = {
  tool_refused: { message: refusalWords },
  check_ran: {
    message: ({ report }) => checkSentence(report),
    data: ({ report, exitCode }) => ({ command: report.command, exit_code: exitCode }),
  },
  paths_left_out: {
    message: ({ paths, count: number }) =>
      `${count(number, 'file')} with a name that is not UTF-8 ${number === 1 ? 'is' : 'are'} left out: ${listWords(paths.map((path) => `\`${path}\``))}${number > paths.length ? ' and more' : ''}. Rename ${number === 1 ? 'it' : 'them'} to let the agent see ${number === 1 ? 'it' : 'them'}.`,
    data: ({ paths }) => ({ paths }),
  },
  checks_not_run: {
    message: ({ commands, reason }) => {
      const names = listWords(commands.map((command) => `\`${command}\``));
      return `${names} did not run: ${fullStop(reason)}`;
    },
    data: ({ commands }) => ({ commands }),
  },
  command_ran: {
    message: ({ command, exitCode, milliseconds }) => {
      const line = cutText(onOneLine(command), COMMAND_LENGTH);
      const seconds = (milliseconds / 1000).toFixed(1);
      const end = exitCode === null ? 'was stopped' : `ended with ${exitCode}`;
      return `The model ran \`${line}\` in a copy of the files; it ${end} after ${seconds} s.`;
    },
    data: ({ command, exitCode }) => ({ command: cutText(command, COMMAND_LENGTH), exit_code: exitCode }),
  },
  limit_near: { message: ({ text }) => text, data: ({ limit }) => ({ limit }) },
  model_fault: {
    message: ({ fault, detail }) =>
      `The model call failed (${fault.replaceAll('_', ' ')}): ${fullStop(detail)}`,
    data: ({ fault, isCharged }) => ({ fault, charged: isCharged }),
  },
  model_replaced: {
    message: ({ from, to, why }) =>
      `The model ${to} answers in the place of ${from} from here on: ${fullStop(why)}`,
    data: ({ from, to }) => ({ from, to }),
  },
  change_read: {
    message: readWords,
    data: ({ model, objections, tokens, usdMicros }) => ({
      ...{ model, objections: objections.map(objectionLine), tokens, usd_micros: usdMicros },
    }),
  },
  change_unread: {
    message: ({ model, reason }) =>
      `No second reader (${model}) has read the change, because ${fullStop(reason)}`,
    data: ({ model, tokens }) => ({ model, tokens }),
  },
  overspent: {
    message: ({ tokens, allowed }) =>
      `The model server used ${count(tokens, 'token')} in one call where at most ${figure(allowed)} were allowed.`,
    data: ({ tokens, allowed }) => ({ tokens, allowed }),
  },
};

const OBJECTION_IN_LINE = 300;

/** The first objection, and how many there are: all of them are in the data of the line. */
function readWords({ model, objections, tokens }: MaskedEvent<'change_read'>): string {
  const start = `A second reader (${model}) has read the change for ${count(tokens, 'token')}`;
  const [first] = objections;
  if (first === undefined) return `${start}, and objects to nothing.`;
  const which =
    objections.length === 1 ? '1 objection' : `${count(objections.length, 'objection')}, the first`;
  return `${start}. It has ${which}: ${fullStop(cutText(objectionLine(first), OBJECTION_IN_LINE))}`;
}

/** What the model asked for is its own words: cut, so that one call fills no page. */
function refusalWords({ tool, path, reason, hasFailed }: MaskedEvent<'tool_refused'>): string {
  const name = cutText(tool, TOOL_LENGTH);
  const call = path === null ? name : masked`${name} ${path}`;
  const said = hasFailed === true ? masked`Failed: ${call}: ${reason}` : masked`Refused ${call}: ${reason}`;
  return fullStop(cutText(onOneLine(said), REFUSAL_LENGTH));
}
