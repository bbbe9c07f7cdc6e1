import { Halt } from '../../core/ending.ts';
import type { ReleasedVersion } from '../../core/health/security-releases.ts';
import type {
  CommentAnswer,
  Control,
  EnvironmentFacts,
  ReleasesAsk,
  RepositoryFacts,
  RulesetFacts,
  WorkflowRun,
  WorkflowStart,
  WorkflowState,
} from '../../ports.ts';

export type ControlCall = keyof Control;

const FACTS: RepositoryFacts = {
  name: 'test/repository',
  defaultBranch: 'main',
  isPrivate: false,
  isFork: false,
  hasIssues: true,
  isDefaultBranchGuarded: true,
  actionsMayOpenPullRequests: true,
  areActionsEnabled: true,
  rules: {},
  secretNames: ['OPENAI_API_KEY'],
};

const PEOPLE = ['creation', 'update', 'deletion', 'non_fast_forward'];
const ROLES = ['RepositoryRole 5', 'RepositoryRole 2'];
const OURS = ['refs/heads/wakeful/**/*', 'refs/heads/wakeful-state'];

/** The rulesets that the doctor asks for. */
export const GUARDED: readonly RulesetFacts[] = [
  {
    name: 'branches',
    target: 'branch',
    isActive: true,
    include: ['~ALL'],
    exclude: OURS,
    rules: PEOPLE,
    exempt: ROLES,
  },
  {
    name: 'tags',
    target: 'tag',
    isActive: true,
    include: ['~ALL'],
    exclude: [],
    rules: PEOPLE,
    exempt: ROLES,
  },
  {
    ...{
      name: 'state',
      target: 'branch',
      isActive: true,
      include: ['refs/heads/wakeful-state'],
      exclude: [],
    },
    ...{ rules: ['deletion', 'non_fast_forward'], exempt: [] },
  },
];

/** What lies around the agent on GitHub, in memory. Tests set it up, look at it, and say what a token may not do. */
export class MemoryControl implements Control {
  readonly permissions = new Map<string, 'admin' | 'write' | 'read' | 'none' | 'unknown'>([['ann', 'write']]);
  readonly variables = new Map<string, string>();
  /** Of the organisation: read where the repository has none, and never deleted. */
  readonly organisation = new Map<string, string>();
  readonly workflows = new Map<string, WorkflowState>([
    ['wake.yml', 'active'],
    ['requests.yml', 'active'],
    ['watchdog.yml', 'active'],
  ]);
  readonly started: (WorkflowStart & { readonly file: string })[] = [];
  readonly runs = new Map<string, WorkflowRun>();
  readonly answers: CommentAnswer[] = [];
  facts: Partial<RepositoryFacts> = {};
  /** Null: the token does not see them. At first, as the doctor asks for them. */
  rules: readonly RulesetFacts[] | null = GUARDED;
  readonly environments = new Map<string, EnvironmentFacts>();
  /** That only the agent has made and uses. */
  readonly labels = new Set<string>();
  /** By repository, newest first. */
  readonly published = new Map<string, readonly ReleasedVersion[]>();
  /** Every call, as it came in. */
  readonly calls: string[] = [];
  /** Called before each call is carried out; what it throws is what the caller gets. */
  before: (call: ControlCall, ...inputs: readonly unknown[]) => void | Promise<void> = () => {};

  /** What GITHUB_TOKEN of a workflow may not do. */
  asWorkflowToken(): this {
    this.before = (call) => {
      if (call.endsWith('Variable'))
        throw new Halt('forbidden', 'The token lacks the permission variables: write.');
    };
    return this;
  }

  /** Another one that is set up the same; nothing is refused to it. */
  copy(): MemoryControl {
    const control = new MemoryControl();
    copyInto(control.permissions, this.permissions);
    copyInto(control.variables, this.variables);
    copyInto(control.organisation, this.organisation);
    copyInto(control.workflows, this.workflows);
    copyInto(control.runs, this.runs);
    control.started.push(...this.started);
    control.answers.push(...this.answers);
    control.calls.push(...this.calls);
    control.facts = this.facts;
    control.rules = this.rules;
    for (const label of this.labels) control.labels.add(label);
    copyInto(control.published, this.published);
    copyInto(control.environments, this.environments);
    return control;
  }

  async permissionOf(login: string) {
    await this.#call('permissionOf', login);
    return this.permissions.get(login) ?? 'none';
  }

  async readVariable(name: string) {
    await this.#call('readVariable', name);
    return this.variables.get(name) ?? this.organisation.get(name) ?? null;
  }

  async setVariable(name: string, value: string) {
    await this.#call('setVariable', name, value);
    this.variables.set(name, value);
  }

  async deleteVariable(name: string) {
    await this.#call('deleteVariable', name);
    return this.variables.delete(name);
  }

  async workflow(file: string) {
    await this.#call('workflow', file);
    return this.workflows.get(file) ?? null;
  }

  async enableWorkflow(file: string) {
    await this.#call('enableWorkflow', file);
    this.workflows.set(file, 'active');
  }

  async disableWorkflow(file: string) {
    await this.#call('disableWorkflow', file);
    this.workflows.set(file, 'disabled_manually');
  }

  async startWorkflow(file: string, start: WorkflowStart) {
    await this.#call('startWorkflow', file);
    if (this.workflows.get(file) !== 'active')
      throw new Halt('forbidden', `The workflow ${file} is disabled, so it cannot be started.`);
    this.started.push({ file, ...start });
  }

  async newestRun(file: string) {
    await this.#call('newestRun', file);
    return this.runs.get(file) ?? null;
  }

  async answerComment(answer: CommentAnswer) {
    await this.#call('answerComment', answer);
    this.answers.push(answer);
  }

  async identity() {
    await this.#call('identity');
    return { name: FACTS.name, id: null };
  }

  async repositoryFacts(branches: readonly string[]) {
    await this.#call('repositoryFacts', branches);
    const rules = Object.fromEntries(branches.map((branch) => [branch, [] as readonly string[]]));
    return { ...FACTS, rules, ...this.facts };
  }

  async rulesets() {
    await this.#call('rulesets');
    return this.rules;
  }

  async releases({ repository, tag }: ReleasesAsk) {
    await this.#call('releases', repository, tag);
    const releases = this.published.get(repository) ?? [];
    const now = `"${JSON.stringify(releases).length}"`;
    return tag === now ? null : { tag: now, releases };
  }

  async ownLabels(names: readonly string[]) {
    await this.#call('ownLabels', names);
    return names.filter((name) => this.labels.has(name));
  }

  async deleteLabel(name: string) {
    await this.#call('deleteLabel', name);
    return this.labels.delete(name);
  }

  async environment(name: string) {
    await this.#call('environment', name);
    return this.environments.get(name) ?? null;
  }

  async #call(call: ControlCall, ...inputs: readonly unknown[]): Promise<void> {
    this.calls.push(call);
    await this.before(call, ...inputs);
  }
}

function copyInto<Key, Value>(to: Map<Key, Value>, from: ReadonlyMap<Key, Value>): void {
  to.clear();
  for (const [key, value] of from) to.set(key, value);
}
