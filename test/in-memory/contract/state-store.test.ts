import { REMOTE_IN_MEMORY } from '../../support/contract/remote-under-test.ts';
import { describeStateStore } from '../../support/contract/state-store.contract.ts';

describeStateStore(REMOTE_IN_MEMORY);
