import ts from 'typescript';
import { nodesOf, type SourceModule, type SourceTree, type Violation, violationAt } from './source-tree.ts';

const FILE_LINES = 250;
const FUNCTION_LINES = 50;

export function findSizeViolations(tree: SourceTree): readonly Violation[] {
  return tree.modules.flatMap((module) => [...fileTooLong(module), ...functionsTooLong(module)]);
}

function fileTooLong(module: SourceModule): readonly Violation[] {
  const lines = module.file.text.replace(/\n$/, '').split('\n').length;
  if (lines <= FILE_LINES) return [];
  return [violationAt(module, module.file, `size: a file of ${lines} lines, at most ${FILE_LINES}`)];
}

function functionsTooLong(module: SourceModule): readonly Violation[] {
  return nodesOf(module.file)
    .filter(ts.isFunctionLike)
    .flatMap((node) => {
      const { file } = module;
      const first = file.getLineAndCharacterOfPosition(node.getStart(file)).line;
      const lines = file.getLineAndCharacterOfPosition(node.getEnd()).line - first + 1;
      if (lines <= FUNCTION_LINES) return [];
      return [violationAt(module, node, `size: a function of ${lines} lines, at most ${FUNCTION_LINES}`)];
    });
}
