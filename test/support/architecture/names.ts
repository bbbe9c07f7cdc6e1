import type { SourceTree, Violation } from './source-tree.ts';
import { violationAt } from './source-tree.ts';

/** Names that say nothing about what is inside, and so take in everything. */
const FORBIDDEN = [
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'types',
  'manager',
  'managers',
  'service',
  'services',
];

export function findNameViolations(tree: SourceTree): readonly Violation[] {
  return tree.modules.flatMap((module) =>
    module.path.split('/').flatMap((part) => {
      const name = part.replace(/(?:\.d)?\.[a-z]+$/, '');
      const word = name.split('-').find((one) => FORBIDDEN.includes(one));
      if (word !== undefined)
        return [violationAt(module, module.file, `name: "${word}" says nothing, name what it is`)];
      const isKebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
      return isKebabCase ? [] : [violationAt(module, module.file, `name: "${part}" is not kebab-case`)];
    }),
  );
}
