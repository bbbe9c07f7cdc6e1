import { Composer, type CST, type Document, Lexer, LineCounter, Parser, YAMLParseError } from 'yaml';

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  prettyErrors: false,
  // The library compares each key with all others; `readNode` finds duplicates in one pass.
  uniqueKeys: false,
  logLevel: 'error',
} as const;

export interface ParserLimits {
  /** Marks, names, values, blanks and line breaks: at most seven for each value. */
  readonly pieces: number;
  /** Collections within one another. */
  readonly levels: number;
  /** Faults outside of every value; after these the rest is not looked at. */
  readonly faults: number;
}

export type Parsing =
  | { readonly kind: 'document'; readonly document: Document.Parsed; readonly lines: LineCounter }
  /** Where a limit was reached. */
  | { readonly kind: 'too_deep' | 'too_many'; readonly offset: number; readonly lines: LineCounter };

/** What the parser's stack holds besides collections: the document, and a value that is being read. */
const BESIDES_LEVELS = 2;

/**
 * Parses a text of one document piece by piece, and stops at a limit before values are made: what a short text can cost grows
 * with its pieces, levels and faults.
 */
export function parseWithin(text: string, limits: ParserLimits): Parsing {
  // The library makes an error for each fault, and finding out where an error was made takes longest of all.
  const usual = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return parse(text, limits);
  } finally {
    Error.stackTraceLimit = usual;
  }
}

function parse(text: string, limits: ParserLimits): Parsing {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  const documents = new Documents();
  let pieces = 0;
  for (const piece of new Lexer().lex(text)) {
    pieces += 1;
    if (pieces > limits.pieces) return { kind: 'too_many', offset: parser.offset, lines };
    documents.take(parser.next(piece));
    if (parser.stack.length > limits.levels + BESIDES_LEVELS)
      return { kind: 'too_deep', offset: parser.offset - piece.length, lines };
    if (documents.faults >= limits.faults) break;
  }
  documents.take(parser.end());
  return { kind: 'document', document: documents.end(text.length), lines };
}

/** The documents of a text. The first counts, and another one is a fault. */
class Documents {
  readonly #composer = new Composer(OPTIONS);
  #first: Document.Parsed | null = null;
  faults = 0;

  take(tokens: Iterable<CST.Token>): void {
    for (const token of tokens) {
      if (token.type === 'error') this.faults += 1;
      for (const document of this.#composer.next(token)) this.#add(document);
    }
  }

  end(length: number): Document.Parsed {
    for (const document of this.#composer.end(true, length)) this.#add(document);
    if (this.#first === null) throw new Error('the parser made no document');
    return this.#first;
  }

  #add(document: Document.Parsed): void {
    if (this.#first === null) {
      this.#first = document;
      return;
    }
    const [from, to] = document.range;
    if (!this.#first.errors.some(({ code }) => code === 'MULTIPLE_DOCS'))
      this.#first.errors.push(new YAMLParseError([from, to], 'MULTIPLE_DOCS', ''));
    this.faults += 1;
  }
}
