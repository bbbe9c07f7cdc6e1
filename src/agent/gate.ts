import { globMatcher } from '../core/access/matching/globs.ts';
import { decidePath, type PathAction } from '../core/access/permission.ts';
import { agentFolders } from '../core/access/protected-paths.ts';
import { Halt } from '../core/ending.ts';
import { count } from '../core/figures.ts';
import type { RunawayEvent } from '../core/progress/runaway.ts';
import { digest } from '../core/text/digest.ts';
import { cutText, onOneLine } from '../core/text/plain-text.ts';
import type { ToolCall, ToolSchema } from '../ports.ts';
import { readArguments } from './arguments/call-arguments.ts';
import { denialText, FILTERED, NOT_WRITABLE, PATH_PROBLEMS } from './denial-texts.ts';
import { kindOf, MEANS_CHANGE, resultText, WRITES } from './gate-parts.ts';
import { reasonNotToPropose } from './issue-gate.ts';
import { clashWith } from './path-clash.ts';
import { type MeantPath, pathMeant } from './path-meant.ts';
import type { Assignment, LoopDependencies } from './pursuit.ts';
import { noRoom } from './tools/changes.ts';
import type { Tool, ToolAccess, ToolContext, ToolResult } from './tools/tool.ts';

/** What came of a call: what the model reads, and what the watch for runaways counts. */
export interface GateOutcome {
  readonly result: ToolResult;
  readonly happenings: readonly RunawayEvent[];
  /** It was to change something and was refused, or did not work. */
  readonly hasMissed: boolean;
  /** It was to change a file and did. */
  readonly hasChanged: boolean;
  /** The file is what it was, or there is no such tool to change it. */
  readonly isVain: boolean;
}

export interface GateDependencies {
  readonly assignment: Assignment;
  readonly tools: readonly Tool[];
  readonly context: ToolContext;
  readonly deps: Pick<LoopDependencies, 'mask' | 'report' | 'progress'>;
}

/**
 * The only caller of a tool. Unknown, malformed and denied calls become results that the model reads, and log
 * lines; nothing the model writes is believed.
 */
const LOOKS: ReadonlySet<string> = new Set(['list_files', 'read_file', 'search', 'read_issue', 'read_task']);

export class Gate {
  readonly #setup: GateDependencies;
  readonly #tools: ReadonlyMap<string, Tool>;
  readonly #seen = new Set<string>();

  constructor(setup: GateDependencies) {
    this.#setup = setup;
    this.#tools = new Map(setup.tools.map((tool) => [tool.schema.name, tool]));
  }

  get schemas(): readonly ToolSchema[] {
    return [...this.#tools.values()].map(({ schema }) => schema);
  }

  async handle(call: ToolCall): Promise<GateOutcome> {
    const tool = this.#tools.get(call.name);
    const result = tool === undefined ? this.#unknown(call) : await this.#run(tool, call);
    if (result.kind === 'refused' || result.kind === 'error') this.#reportRefusal(call, result);
    const isChange = tool?.effect === 'changes';
    if (result.kind === 'refused' && (isChange || tool === undefined || tool.isEffect))
      this.#setup.context.noteList.noteRefused(`${this.#shownName(call)}: ${result.reason}`);
    const edits = this.#setup.context.changes.takeEdits();
    const hasChanged =
      isChange && result.kind === 'done' && edits.some(({ before, after }) => before !== after);
    const hasFailed = result.kind === 'refused' || result.kind === 'error';
    const hasMissed = hasFailed && (isChange || tool?.isEffect === true);
    const isUnchanged = result.kind === 'done' && WRITES.has(call.name) && !hasChanged;
    const isVain = isUnchanged || (tool === undefined && MEANS_CHANGE.test(call.name));
    const happenings = [...this.#happenings({ call, tool, result }), ...edits];
    return { result, happenings, hasMissed, hasChanged, isVain };
  }

  async #run(tool: Tool, call: ToolCall): Promise<ToolResult> {
    const input = readArguments(call.arguments, this.#setup.deps.mask);
    if (input.kind === 'malformed') return refused(input.reason);
    const given = tool.plain(input.value);
    const shape = tool.read(given);
    if (shape.kind === 'malformed') return refused(`the arguments do not fit: ${shape.problems.join('; ')}`);
    const passed = await this.#passPaths(tool.access, given);
    if (passed.kind === 'refused') return passed;
    const ready = tool.read({ ...given, ...passed.paths });
    if (ready.kind === 'malformed') return refused(ready.problems.join('; '));
    const denial = ready.proposes === null ? null : await reasonNotToPropose(ready.proposes, this.#setup);
    if (denial !== null) return refused(denial);
    await this.#readAhead(ready.texts);
    this.#setup.deps.progress(this.#shown(ready.doing(this.#setup.deps.mask)));
    return ready.run(this.#setup.context);
  }

  /** Long texts are masked in turns, so that the mask knows them when it is asked. */
  async #readAhead(texts: readonly string[]): Promise<void> {
    for (const text of texts) await this.#setup.context.turns.mask(text, this.#setup.deps.mask);
  }

  /** Brings the paths into their normal form and asks whether the goal may do this there. */
  async #passPaths(
    access: ToolAccess | null,
    input: Readonly<Record<string, unknown>>,
  ): Promise<{ kind: 'passed'; paths: Readonly<Record<string, string>> } | Refused> {
    if (access === null) return { kind: 'passed', paths: {} };
    const path = await this.#passPath(input['path'], ACTIONS[access]);
    if (path.kind === 'refused') return path;
    if (access !== 'move') return { kind: 'passed', paths: { path: path.path } };
    const to = await this.#passPath(input['to'], ['write']);
    return to.kind === 'refused' ? to : { kind: 'passed', paths: { path: path.path, to: to.path } };
  }

  async #passPath(
    given: unknown,
    actions: readonly PathAction[],
  ): Promise<{ kind: 'passed'; path: string } | Refused> {
    const found = await pathMeant(String(given), {
      entries: await this.#setup.assignment.tree.list(),
      permissions: this.#setup.assignment.goal.permissions,
      turns: this.#setup.context.turns,
      isRead: actions.every((action) => action === 'read'),
    });
    if (found.kind === 'refused') return refused(PATH_PROBLEMS[found.problem]);
    for (const action of actions) {
      const reason = await this.#denial(action, found);
      if (reason !== null) return refused(reason);
    }
    return { kind: 'passed', path: found.path };
  }

  async #denial(action: PathAction, { path, alias = path }: MeantPath): Promise<string | null> {
    const { assignment, context } = this.#setup;
    const entries = await assignment.tree.list();
    const content = await assignment.tree.read(path);
    const entryKind = kindOf(
      entries.find((entry) => entry.path === path),
      content,
    );
    const { goalsFolder, protectedGlobs } = assignment;
    const { permissions } = assignment.goal;
    const folders = agentFolders(entries.map((entry) => entry.path));
    const { ownFile = null } = assignment;
    const rules = { permissions, protectedGlobs, goalsFolder, agentFolders: folders, ownFile };
    // What this task has made itself, it may take away again.
    const asked = action === 'delete' && context.changes.isNew(path) ? 'write' : action;
    const decision = decidePath({ action: asked, path, alias, entryKind }, rules);
    const mayRead = globMatcher(permissions.read);
    if (decision.kind === 'denied') {
      const isHidden = decision.denial.kind === 'not_a_file' && !mayRead(path);
      return isHidden ? NOT_WRITABLE(path) : denialText(path, decision.denial);
    }
    if (action === 'read') return null;
    const filter = action === 'write' ? await assignment.tree.filterOf(path) : null;
    if (filter !== null) return FILTERED(path, filter);
    const most = assignment.goal.limits.changedFiles;
    if (context.changes.filesWith(path) > most) {
      // Nothing that the model does could make room.
      if (context.changes.fitsAlone(path, most))
        throw new Halt('too_large', noRoom(count(most, 'file'), 'limits.changed_files'));
      return `this draft may change at most ${count(most, 'file')}`;
    }
    const clash = await clashWith(path, entries, context.turns);
    return clash === null || (mayRead(path) && mayRead(clash.with))
      ? (clash?.reason ?? null)
      : NOT_WRITABLE(path);
  }

  #unknown(call: ToolCall): ToolResult {
    const name = JSON.stringify(this.#shownName(call));
    return refused(`there is no tool ${name}; there are ${[...this.#tools.keys()].join(', ')}`);
  }

  #reportRefusal(call: ToolCall, { kind, reason }: Extract<ToolResult, { reason: string }>): void {
    const { deps } = this.#setup;
    const path = /"path"\s*:\s*("(?:[^"\\]|\\.){0,300}")/.exec(call.arguments)?.[1] ?? null;
    const hasFailed = kind === 'error';
    const tool = this.#shownName(call);
    // A look that finds nothing is how a model finds out what there is.
    const isRoutine = hasFailed && LOOKS.has(call.name);
    deps.report({
      ...{ event: 'tool_refused', tool, path, reason, hasFailed },
      ...(isRoutine ? { isRoutine } : {}),
    });
  }

  /** Masked before it is cut: half a secret is not recognised any more. */
  #shownName({ name }: ToolCall): string {
    return cutText(this.#setup.deps.mask.mask(name), 60);
  }

  /** What people see of the model's words. */
  #shown(text: string): string {
    return onOneLine(this.#setup.deps.mask.mask(text));
  }

  #happenings({
    call,
    tool,
    result,
  }: {
    call: ToolCall;
    tool: Tool | undefined;
    result: ToolResult;
  }): readonly RunawayEvent[] {
    const name = tool === undefined ? 'an unknown tool' : call.name;
    const writes = tool?.effect === 'changes';
    const happenings: RunawayEvent[] = [
      { kind: 'called', name, arguments: `${call.name} ${call.arguments}`, writes },
    ];
    if (result.kind === 'refused' || result.kind === 'error') {
      happenings.push({ kind: 'failed', error: resultText(result), call: `${call.name} ${call.arguments}` });
    }
    if (tool?.effect === 'looks' && result.kind === 'done' && this.#isNew(`${call.name} ${result.text}`)) {
      happenings.push({ kind: 'learned' });
    }
    return happenings;
  }

  #isNew(text: string): boolean {
    const seen = digest([text], 64);
    const isNew = !this.#seen.has(seen);
    this.#seen.add(seen);
    return isNew;
  }
}

interface Refused {
  readonly kind: 'refused';
  readonly reason: string;
}

/** What a tool does with the file at its path: all of it must be allowed. */
const ACTIONS: Readonly<Record<ToolAccess, readonly PathAction[]>> = {
  read: ['read'],
  write: ['write'],
  delete: ['delete'],
  edit: ['read', 'write'],
  move: ['read', 'delete'],
};

function refused(reason: string): Refused {
  return { kind: 'refused', reason };
}
