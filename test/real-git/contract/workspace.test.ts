import { REAL_REMOTES } from '../../support/contract/remote-under-test.ts';
import { describeWorkspace } from '../../support/contract/workspace.contract.ts';

for (const kind of REAL_REMOTES) describeWorkspace(kind);
