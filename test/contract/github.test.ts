import { describeControl } from './control.contract.ts';
import { describeGitHub } from './github.contract.ts';
import { GITHUBS } from './github-under-test.ts';
import { describeIssues } from './issues.contract.ts';

for (const kind of GITHUBS) {
  describeGitHub(kind);
  describeIssues(kind);
  describeControl(kind);
}
