import ts from 'typescript';
import { declaredTwice, declaredTypes } from '../../test/support/architecture/declared-types.ts';
import { findSentences } from '../../test/support/architecture/sentences.ts';
import { nodesOf, type SourceModule, type SourceTree } from '../../test/support/architecture/source-tree.ts';
import { findUntested } from '../../test/support/architecture/untested-files.ts';
import type { Row } from './row.ts';

export function wordRows(tree: SourceTree, tests: string): readonly Row[] {
  const types = declaredTypes(tree);
  const maskers = tree.modules.map(maskingCalls).filter((count) => count > 0);
  const sentences = findSentences(tree).map(({ path }) => path.replace(/\/.*/, '/'));
  const byFolder = [...Map.groupBy(sentences, (top) => top)].map(([top, all]) => [top, all.length] as const);
  return [
    {
      name: 'names of types that two or more files declare',
      figures: {
        exported: declaredTwice(types.filter(({ isExported }) => isExported)).size,
        'private ones too': declaredTwice(types).size,
      },
    },
    {
      name: 'places that mask by hand',
      figures: { '': maskers.reduce((sum, count) => sum + count, 0), files: maskers.length },
    },
    {
      name: 'sentences for people outside of report/',
      figures: { '': sentences.length, ...Object.fromEntries(byFolder.toSorted(([, a], [, b]) => b - a)) },
    },
    {
      name: 'files of core/ that no test file imports',
      figures: { '': findUntested(tree, tests, 'core/').length },
    },
  ];
}

/** Calls of `mask`, and of functions whose name begins with it: `maskResult`. */
function maskingCalls({ file }: SourceModule): number {
  return nodesOf(file).filter((node) => {
    if (!ts.isCallExpression(node)) return false;
    const callee = node.expression;
    const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
    return ts.isIdentifier(name) && /^mask($|[A-Z])/.test(name.text);
  }).length;
}
