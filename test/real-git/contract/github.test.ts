import { describeControl } from '../../support/contract/control.contract.ts';
import { describeGitHub } from '../../support/contract/github.contract.ts';
import { GITHUB_OVER_HTTP } from '../../support/contract/github-under-test.ts';
import { describeIssues } from '../../support/contract/issues.contract.ts';
import { describeSubjects } from '../../support/contract/subjects.contract.ts';

describeGitHub(GITHUB_OVER_HTTP);
describeIssues(GITHUB_OVER_HTTP);
describeSubjects(GITHUB_OVER_HTTP);
describeControl(GITHUB_OVER_HTTP);
