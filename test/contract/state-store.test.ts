import { REMOTES } from './remote-under-test.ts';
import { describeStateStore } from './state-store.contract.ts';

for (const kind of REMOTES) describeStateStore(kind);
