import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Tests that start processes come first, the longest before the others. The many short files come last, so that no
 * worker is left alone with a long one at the end.
 */
export class SlowTestsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isFast = ({ project }: TestSpecification): boolean => project.name === 'fast';
    return [...sorted.filter((file) => !isFast(file)), ...sorted.filter(isFast)];
  }
}
