/** Every message names a command that works where it is read. */
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { importsOf } from '../support/architecture/import-statements.ts';
import { isWithin, nodesOf, readSourceTree } from '../support/architecture/source-tree.ts';

const SOURCE = readSourceTree(join(import.meta.dirname, '../../src'));
/** What finds out how the program was started, and a rehearsal in CI, which has been started by no person. */
const KNOW_THE_START = [
  'core/text/program.ts',
  'commands/terminal/started-as.ts',
  'commands/action/rehearse.ts',
];

function namesTheStart(node: ts.Node): boolean {
  const isText =
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  return isText && /\bnpm start\b|\bnpx (?:--yes )?wakeful\b/.test(node.text);
}

/** What is read on a terminal, and the one file that knows both readers. */
const FOR_TERMINALS = [
  'report/terminal/',
  'report/install/copy-text.ts',
  'report/install/init-text.ts',
  'report/install/update-text.ts',
  'report/install/uninstall-text.ts',
  'report/doctor/',
  'report/words/ways.ts',
  'commands/',
  'cli.ts',
];

describe('texts that name a command', () => {
  test('name it by the way it was started, not by that of one repository', () => {
    const found = SOURCE.modules.filter(
      ({ path, file }) => !isWithin(path, KNOW_THE_START) && nodesOf(file).some(namesTheStart),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  test('name it only where a terminal shows them', () => {
    const found = SOURCE.modules.filter(
      (module) =>
        !isWithin(module.path, FOR_TERMINALS) &&
        importsOf(module).some(({ specifier }) => specifier?.endsWith('/core/text/program.ts')),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});
