import { describeControl } from '../../support/contract/control.contract.ts';
import { describeGitHub } from '../../support/contract/github.contract.ts';
import { GITHUB_IN_MEMORY } from '../../support/contract/github-under-test.ts';
import { describeIssues } from '../../support/contract/issues.contract.ts';
import { describeSubjects } from '../../support/contract/subjects.contract.ts';

describeGitHub(GITHUB_IN_MEMORY);
describeIssues(GITHUB_IN_MEMORY);
describeControl(GITHUB_IN_MEMORY);
describeSubjects(GITHUB_IN_MEMORY);
