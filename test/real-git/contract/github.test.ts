import { describeControl } from '../../support/contract/control.contract.ts';
import { describeGitHub } from '../../support/contract/github.contract.ts';
import { GITHUBS } from '../../support/contract/github-under-test.ts';
import { describeIssues } from '../../support/contract/issues.contract.ts';

for (const kind of GITHUBS) {
  describeGitHub(kind);
  describeIssues(kind);
  describeControl(kind);
}
