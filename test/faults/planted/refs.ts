import type { PlantedFault } from '../planted-fault.ts';

const NAMES = 'test/real-git/attacks/branch-names.test.ts';

/** Which branches are fetched: I10. */
export const REF_FAULTS: readonly PlantedFault[] = [
  {
    invariant: 'I10',
    what: 'branches that begin like the state branch are fetched as well',
    file: 'src/adapters/git/state-branch.ts',
    from: 'repository.fetch(fetchArgs([names.base, names.stateBranch]), signal)',
    to: `repository.fetch([...fetchArgs([names.base, names.stateBranch]), '+refs/heads/wakeful-state*:refs/x/*'], signal)`,
    tests: [NAMES],
  },
  {
    invariant: 'I10',
    what: 'a branch with a full name stands in for one that is missing',
    file: 'src/adapters/git/state-branch.ts',
    from: "...branches.map(refspec), '^refs/heads/refs/*']",
    to: '...branches.map(refspec)]',
    tests: [NAMES],
  },
];
