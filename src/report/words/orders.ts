/** What programs take for an order in text that people read: the text stays legible, and the order is none any more. */
export const INVISIBLE_BREAK = '\u200B';

/** Blanks stand at one place of the pattern on either side of the colon: at two, a long row of them would be tried in all ways. */
const CLOSING =
  /\b(close[sd]?|fix(?:e[sd])?|resolve[sd]?)(?=(?::\s+|\s+(?::\s+)?)\S*(?:#|GH-|\/issues\/|\/pull\/)\d)/gi;
/** No list of CI systems and their spellings is complete, so any short text in brackets that speaks of skipping counts. */
const SKIPPING = /\[([^[\]\n]{0,40}skip[^[\]\n]{0,40}|\s*no[\s_-]*(?:ci|build|deploy|release|tests?)\s*)\]/gi;
const FLAG = /--(?=(?:no|skip)[_-]?ci\b|ci[_-]skip\b)/gi;

/** Takes the effect out of closing keywords and of words that make a CI skip a commit. */
export function withoutOrders(text: string): string {
  return text
    .replace(CLOSING, (word) => `${word.slice(0, 1)}${INVISIBLE_BREAK}${word.slice(1)}`)
    .replace(SKIPPING, (_, words: string) => `[${broken(words)}]`)
    .replace(FLAG, `--${INVISIBLE_BREAK}`)
    .replace(/\*\*\*NO_CI\*\*\*/gi, 'NO_CI')
    .replace(/\bskip-checks(?=\s*:)/gi, `skip${INVISIBLE_BREAK}-checks`);
}

function broken(words: string): string {
  const parted = words.replace(/(?<=\S)(\s+|[_-])(?=\S)/g, `$1${INVISIBLE_BREAK}`);
  return parted === words ? `${INVISIBLE_BREAK}${words}` : parted;
}

/** Commands to bots: a slash or an exclamation mark before a word, the words of branch-deploy, and bots called by name. */
const COMMAND = /^(\s*)([/!])(?=[A-Za-z])/;
const DOT_COMMAND = /^(\s*)\.(?=(?:deploy|noop|lock|unlock|help|wcid)\b)/i;
const CALLED =
  /^(\s*)([a-z])(?=(?<=b)ors\b|(?<=j)enkins\b|(?<=o)k to test\b|(?<=r)etest\b|(?<=t)est this\b|(?<=a)dd to\b)/i;

/** One line that no program takes for a command to it. Programs look at the start of a line, also inside of code. */
export function withoutCommand(line: string): string {
  return line
    .replace(COMMAND, `$1$2${INVISIBLE_BREAK}`)
    .replace(DOT_COMMAND, `$1.${INVISIBLE_BREAK}`)
    .replace(CALLED, `$1$2${INVISIBLE_BREAK}`);
}
