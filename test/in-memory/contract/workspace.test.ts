import { REMOTE_IN_MEMORY } from '../../support/contract/remote-under-test.ts';
import { describeWorkspace } from '../../support/contract/workspace.contract.ts';

describeWorkspace(REMOTE_IN_MEMORY);
