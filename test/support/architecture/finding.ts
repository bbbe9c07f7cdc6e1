import type ts from 'typescript';
import { type SourceModule, type Violation, violationAt } from './source-tree.ts';

/** A violation with the names by which it may be let pass for a while. */
export interface Finding extends Violation {
  readonly names: readonly string[];
}

export function findingAt(
  module: SourceModule,
  node: ts.Node,
  rule: string,
  names: readonly string[],
): Finding {
  return { ...violationAt(module, node, rule), names };
}
