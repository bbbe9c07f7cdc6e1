import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They disturb a run at each of its steps, and take the longest of those that start no process. */
const CRASHES = '/in-memory/crashes/';

/**
 * Tests that start processes come first, then the crashes, and in each part the longest before the others. The many short files come
 * last, so that no worker is left alone with a long one at the end.
 */
export class SlowTestsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const part = ({ project, moduleId }: TestSpecification): number =>
      project.name !== 'fast' ? 0 : moduleId.includes(CRASHES) ? 1 : 2;
    return sorted.toSorted((a, b) => part(a) - part(b));
  }
}
