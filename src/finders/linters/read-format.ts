import type { FindingFormat } from '../../core/goal.ts';
import type { Steps } from '../../core/text/steps.ts';
import {
  type FormatReading,
  type LintedPlace,
  type LinterOutput,
  type ReadFormat,
  readLines,
} from './format.ts';
import { readActionlintJson, readEslint, readMarkdownlintJson, readRuff } from './json-formats.ts';
import { readSarif } from './sarif.ts';

const READ: Readonly<Record<FindingFormat, ReadFormat>> = {
  lines: (output) => readLines(output, { place: plainPlace, isQuiet: [CHATTER] }),
  sarif: readSarif,
  eslint: readEslint,
  ruff: readRuff,
  actionlint: (output) =>
    isJson(output.text)
      ? readActionlintJson(output)
      : readLines(output, { place: actionlintPlace, isQuiet: [CHATTER, SNIPPET] }),
  markdownlint: (output) =>
    isJson(output.text)
      ? readMarkdownlintJson(output)
      : readLines(output, { place: markdownlintPlace, isQuiet: [CHATTER, MARKDOWNLINT_CHATTER] }),
  typescript: (output) =>
    readLines(output, { place: typescriptPlace, isQuiet: [CHATTER, TYPESCRIPT_CHATTER] }),
};

/** Reads what a linter has printed, which may be very long. */
export function readFormat(format: FindingFormat, { text, folder }: LinterOutput): Steps<FormatReading> {
  return READ[format]({ text: withoutSigns(text), folder });
}

/** Colours and links for a terminal, which some programs print in any case, and the mark at the beginning of a file. */
const SIGNS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  /^\uFEFF|\u001b\[[0-9;:?]*[A-Za-z]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/g;

function withoutSigns(text: string): string {
  return text.replaceAll(SIGNS, '');
}

function isJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

/** `path:line:column: text` or `path:line: text`. A path may hold a colon, but none that is followed by a number. */
function plainPlace(line: string): LintedPlace | null {
  if (line.startsWith('::')) return commandPlace(line);
  const [, file, at, column, text] =
    /^(.{1,1000}?):(\d{1,9})(?::(\d{1,9})(?:-\d{1,9})?)?:\s*(\S.*)$/s.exec(line) ?? [];
  if (file === undefined || text === undefined || NO_FILE.test(file)) return null;
  return { file, line: Number(at), column: asNumber(column), rule: null, text };
}

/** `::error file=docs/a.md,line=3,col=1::text`, as tools print it for GitHub. */
function commandPlace(line: string): LintedPlace | null {
  const [, fields = '', text] =
    /^::(?:error|warning|notice) ([^:]{1,1000}(?::(?!:)[^:]{0,1000})*)::(\S.*)$/.exec(line) ?? [];
  const values = new Map(
    fields.split(',').map((field) => [field.split('=')[0]?.trim(), field.slice(field.indexOf('=') + 1)]),
  );
  const file = values.get('file');
  if (text === undefined || file === undefined) return null;
  return { file, line: asNumber(values.get('line')), column: asNumber(values.get('col')), rule: null, text };
}

/** The hours of a time, the host of an address, and words with a port behind them. */
const NO_FILE = /^\d+$|^(?!file:)[a-z][a-z0-9+.-]*:\/\/|:\s/i;

/** What a program says to people: neither data, nor a place. */
const CHATTER = /^(?![[{])(?!.*[:(]\d)/;

/** `.github/workflows/ci.yml:21:9: message [kind]`, and below it the line itself with marks. */
function actionlintPlace(line: string): LintedPlace | null {
  const place = plainPlace(line);
  const kind = /\s\[([a-z-]{1,40})\]$/.exec(place?.text ?? '');
  if (place === null || kind === null) return null;
  return { ...place, rule: kind[1], text: place.text.slice(0, kind.index) };
}

const SNIPPET = /^\s*(?:\d{1,9}\s*)?\|/;

/** `docs/a.md:4:1 error MD032/blanks-around-lists Lists should … [Context: "1. List"]` */
function markdownlintPlace(line: string): LintedPlace | null {
  const [, file, at, column, rule, text] =
    /^(.{1,1000}?):(\d{1,9})(?::(\d{1,9}))?\s+(?:error\s+|warning\s+)?([A-Za-z]{2,10}\d{1,5}\S{0,100})\s+(\S.*)$/s.exec(
      line,
    ) ?? [];
  if (file === undefined || text === undefined) return null;
  return { file, line: Number(at), column: asNumber(column), rule, text };
}

const MARKDOWNLINT_CHATTER = /^(?:markdownlint-cli2 v|Finding: |Found: |Linting: |Summary: |Searching: )/;

/** `src/a.ts(3,7): error TS2322: message`; what follows it, set in, says more of the same. */
function typescriptPlace(line: string): LintedPlace | null {
  const [, file, at, column, rule, text] =
    /^(\S.{0,999}?)(?:\((\d{1,9}),(\d{1,9})\):| - |:)\s*(?:error|warning) (TS\d{1,6}):\s*(\S.*)$/s.exec(
      line,
    ) ?? [];
  if (file === undefined || text === undefined) return null;
  // Pretty output has the place behind colons.
  const [, path, row, col] = /^(.*?):(\d{1,9}):(\d{1,9})$/.exec(file) ?? [];
  return path === undefined
    ? { file, line: asNumber(at), column: asNumber(column), rule, text }
    : { file: path, line: asNumber(row), column: asNumber(col), rule, text };
}

const TYPESCRIPT_CHATTER = /^(?:\s|>|\d+\s|Found \d+ error|error TS18003|Version )/;

function asNumber(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
