/** JSON as a model wrote it, with what is plainly meant put right. */
export interface MendedText {
  readonly text: string;
  /** Where the first whole object ends in `text`; its length: it does not. */
  readonly end: number;
}

const ESCAPES = /^(?:["\\/bfnrt]|u[0-9a-f]{4})/i;
/** Signs that some languages escape, and JSON does not. */
const NEEDLESS: ReadonlySet<string> = new Set(["'", '`']);

/**
 * Inside of a text a raw line break or control character means itself, and so does a backslash that begins no escape. A comma before a
 * closing bracket means nothing. Read once, however long it is.
 */
export function mendedJson(json: string): MendedText {
  const spelled = new Spelling(json);
  const depth = { now: 0, end: -1 };
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const char = json.charAt(at);
    if (char === '"') isText = !isText;
    else if (isText) at += mendInText(spelled, json, at);
    else if (char === ',' && isLastComma(json, at)) spelled.put(at, '');
    else noteBracket(depth, char, spelled.lengthAt(at + 1));
  }
  const text = spelled.whole;
  return { text, end: depth.end < 0 ? text.length : depth.end };
}

/** A text of which single characters are spelled otherwise. */
class Spelling {
  readonly #json: string;
  readonly #parts: string[] = [];
  #from = 0;
  #length = 0;

  constructor(json: string) {
    this.#json = json;
  }

  get whole(): string {
    return [...this.#parts, this.#json.slice(this.#from)].join('');
  }

  /** Where the character at `at` comes to stand. */
  lengthAt(at: number): number {
    return this.#length + at - this.#from;
  }

  put(at: number, spelled: string): void {
    this.#parts.push(this.#json.slice(this.#from, at), spelled);
    this.#length += at - this.#from + spelled.length;
    this.#from = at + 1;
  }
}

/** How many of the following characters belong to what stands at `at`. */
function mendInText(spelled: Spelling, json: string, at: number): number {
  const char = json.charAt(at);
  if (char < ' ') spelled.put(at, JSON.stringify(char).slice(1, -1));
  if (char !== '\\') return 0;
  const next = json.slice(at + 1, at + 6);
  if (ESCAPES.test(next)) return 1;
  spelled.put(at, NEEDLESS.has(next.charAt(0)) ? '' : '\\\\');
  return 0;
}

function noteBracket(depth: { now: number; end: number }, char: string, behind: number): void {
  if (char === '{' || char === '[') depth.now += 1;
  if (char !== '}' && char !== ']') return;
  depth.now -= 1;
  if (depth.now === 0 && depth.end < 0) depth.end = behind;
}

function isLastComma(json: string, at: number): boolean {
  const behind = /\S/g;
  behind.lastIndex = at + 1;
  return /[}\]]/.test(behind.exec(json)?.[0] ?? '');
}
