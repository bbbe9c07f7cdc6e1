import type { PlantedFault } from '../planted-fault.ts';

const AUTHORS = 'test/rules/attacks/authors.test.ts';

/** In whose name the agent speaks: I10. */
export const IDENTITY_FAULTS: readonly PlantedFault[] = [
  {
    invariant: 'I10',
    what: 'commits may carry the address of a login',
    file: 'src/config/settings/setting-rules.ts',
    from: 'return BY_LOGIN_ALONE.test(text) ?',
    to: 'return BY_LOGIN_ALONE.test(`1+${text}`) ?',
    tests: [AUTHORS],
  },
  {
    invariant: 'I10',
    what: 'commits carry the address of a stranger unless the settings name another',
    file: 'src/config/settings/setting-rules.ts',
    from: "'41898282+github-actions[bot]@users.noreply.github.com'",
    to: "'wakeful@users.noreply.github.com'",
    tests: [AUTHORS],
  },
];
