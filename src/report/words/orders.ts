/** What programs take for an order in text that people read: the text stays legible, and the order is none any more. */
export const INVISIBLE_BREAK = '\u200B';

/** Blanks stand at one place of the pattern on either side of the colon: at two, a long row of them would be tried in all ways. */
const CLOSING =
  /\b(clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|(?:resolv|complet)(?:e[sd]?|ing)|implement(?:s|ed|ing)?)(?=(?::\s+|\s+(?::\s+)?)\S*(?:#|\b[a-z]+-|\/issues\/|\/pull\/|\bT(?=\d\d))\d)/gi;
/** No list of CI systems and their spellings is complete, so any short text in brackets that speaks of skipping counts. */
const SKIPPING = /\[([^[\]\n]{0,40}skip[^[\]\n]{0,40}|\s*no[\s_-]*(?:ci|build|deploy|release|tests?)\s*)\]/gi;
const FLAG = /--(?=(?:no|skip)[_-]?ci\b|ci[_-]skip\b)/gi;

/** Takes the effect out of closing keywords and of words that make a CI skip a commit. */
export function withoutOrders(text: string): string {
  return text
    .replace(CLOSING, (word) => parted(word))
    .replace(SKIPPING, (_, words: string) => `[${broken(words)}]`)
    .replace(FLAG, `--${INVISIBLE_BREAK}`)
    .replace(/\*\*\*NO_CI\*\*\*/gi, 'NO_CI')
    .replace(/\bskip-checks(?=\s*:)/gi, `skip${INVISIBLE_BREAK}-checks`)
    .replace(/\(cherry(?= picked from commit\b)/gi, `(cherry${INVISIBLE_BREAK}`)
    .replace(/\b(BEGIN|END)(?=_(?:COMMIT_OVERRIDE|NESTED_COMMIT))/gi, `$1${INVISIBLE_BREAK}`);
}

/** Any short word in brackets may be an order to what reads commits, and so may one behind `#`; what is masked says so. */
const IN_BRACKETS = /(?<![\w\])])\[(?!masked\])(?=[^[\]\n]{1,40}\])/gi;
const RELEASING = /\b(break|this revert)(?=ing[ -]changes?\b|s commit\b)/gi;

/** By such words git squashes commits, and programs publish a release or count a change as a breaking one. */
const OPENING = /^(\s*)(?:(fixup|squash|amend)(?=!)|version(?=[\s:]+v?\d)|v(?=\d+\.\d)|bump(?=:))/i;
const BREAKING = /^(\s*[\w-]+(?:\([^()\n]{0,100}\))?!)(?=:)/;
const RELEASED = /\brelease(?=[sd]?[\s:]+v?\d)|(?<=\()release(?=\))/gi;

/** For a title or a commit, which programs also search for versions to give out, tasks to move, and commits to undo. */
export function withoutCommitOrders(text: string): string {
  return withoutOrders(text)
    .replace(IN_BRACKETS, `[${INVISIBLE_BREAK}`)
    .replace(RELEASING, `$1${INVISIBLE_BREAK}`)
    .replace(OPENING, (words) => `${words}${INVISIBLE_BREAK}`)
    .replace(BREAKING, `$1${INVISIBLE_BREAK}`)
    .replace(RELEASED, (word) => parted(word))
    .replace(/#(?=[a-z])/gi, `#${INVISIBLE_BREAK}`)
    .replace(/\+(?=semver\b)/gi, `+${INVISIBLE_BREAK}`);
}

function broken(words: string): string {
  const apart = words.replace(/(?<=\S)(\s+|[_-])(?=\S)/g, `$1${INVISIBLE_BREAK}`);
  return apart === words ? `${INVISIBLE_BREAK}${words}` : apart;
}

/** Commands to bots: a slash or an exclamation mark before a word, the words of branch-deploy, and bots called by name. */
const COMMAND = /^(\s*)([/!])(?=[A-Za-z])/;
const DOT_COMMAND =
  /^(\s*)\.(?=(?:deploy|noop|lock|unlock|help|wcid|merge|approve|build|test|run|rollback)\b)/i;
const CALLED =
  /^(\s*)([a-z])(?=(?<=b)ors\b|(?<=j)enkins\b|(?<=o)k to test\b|(?<=r)etest\b|(?<=t)est this\b|(?<=a)dd to\b)/i;

/** A short line that begins with what programs are waiting for, and has little behind it. */
const SHORT =
  /^(\s*)(re(?:check|gate|verify|build|run|test|base)|lgtm|ship ?it|:(?:shipit|\+1|rocket|white_check_mark):|\+1|r\+|approved?|(?:auto)?merge|deploy|publish|release|run|trigger|build|test|pipeline|please|plan|apply|retry|nightly|dependabot|renovate|homu|mergify|kodiak|atlantis|digger|terrateam|env0|graphite|trunk|bugbot|cursor|copilot|codex|claude|gemini|coderabbit|sweep|vercel|netlify|argocd)(?=(?:[^\w\n]|$)[^\n]{0,25}$)/i;

/** A line of one picture, which counts as an approval. */
const PICTURE = /^(\s*)(?=(?:\u{1F44D}|\u2705|\u{1F680}|\u{1F6A2}|\u2714)\S{0,2}\s*$)/u;

/** One line that no program takes for a command to it. Programs look at the start of a line, also inside of code. */
export function withoutCommand(line: string): string {
  return line
    .replace(COMMAND, `$1$2${INVISIBLE_BREAK}`)
    .replace(DOT_COMMAND, `$1.${INVISIBLE_BREAK}`)
    .replace(CALLED, `$1$2${INVISIBLE_BREAK}`)
    .replace(SHORT, (_, blank: string, word: string) => `${blank}${parted(word)}`)
    .replace(PICTURE, `$1${INVISIBLE_BREAK}`);
}

function parted(word: string): string {
  return `${word.slice(0, 1)}${INVISIBLE_BREAK}${word.slice(1)}`;
}

/** A decorator or the scope of a package in code is no mention; a bot is called at the start of a line or behind a blank. */
const MENTION = /^(\s*)@(?=[A-Za-z0-9])/gm;
const MENTION_INSIDE = /(?<![\w/(.])@(?=[A-Za-z0-9][\w-](?![\w-]*\/))/g;

/** Code that calls nobody. */
export function withoutMentions(code: string): string {
  return code.replace(MENTION, `$1@${INVISIBLE_BREAK}`).replace(MENTION_INSIDE, `@${INVISIBLE_BREAK}`);
}
