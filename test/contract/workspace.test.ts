import { REMOTES } from './remote-under-test.ts';
import { describeWorkspace } from './workspace.contract.ts';

for (const kind of REMOTES) describeWorkspace(kind);
