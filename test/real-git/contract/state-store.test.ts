import { REAL_REMOTES } from '../../support/contract/remote-under-test.ts';
import { describeStateStore } from '../../support/contract/state-store.contract.ts';

for (const kind of REAL_REMOTES) describeStateStore(kind);
