import * as v from 'valibot';
import type { Mask } from '../../core/access/mask.ts';
import { type MaskedRecord, maskedRecord } from '../../core/access/masked-record.ts';
import type { PathAction } from '../../core/access/permission.ts';
import type { ProposedEffect } from '../../core/effect.ts';
import type { Goal } from '../../core/goal.ts';
import type { CheckReport } from '../../core/progress/check-report.ts';
import type { Masked } from '../../core/text/masked.ts';
import type { WorkFinding } from '../../core/work-finding.ts';
import type { Clock, ToolSchema, TreeEntry, WorkTree } from '../../ports.ts';
import { meant, withoutWrapping } from '../arguments/meant-input.ts';
import type { Changes } from './changes.ts';
import type { Fence } from './fence.ts';
import type { IssueView } from './issue-view.ts';
import type { NoteList } from './note-list.ts';
import { jsonSchemaOf } from './tool-schema.ts';
import type { Turns } from './turns.ts';

/** What a tool works with. It never decides what is allowed: the gate has done that. */
export interface ToolContext {
  readonly goal: Goal;
  readonly tree: WorkTree;
  readonly fence: Fence;
  readonly mask: Mask;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly turns: Turns;
  readonly noteList: NoteList;
  readonly changes: Changes;
  readonly issues: IssueView;
  /** What the item is about, where it is neither a file nor an issue, as lines; missing: nothing. */
  readonly subject?: readonly Masked[];
  /** How many bytes a result may have, so that the next call can still be paid. */
  room(): number;
  /** The files that the goal may read. */
  readable(): Promise<readonly TreeEntry[]>;
  /** `isKnown`: it has run on these very files before, and is not run again. */
  runCommand(command: string): Promise<{ readonly report: CheckReport; readonly isKnown: boolean }>;
  /** Runs a shell line in a copy of the files, which is thrown away. */
  runInCopy(command: string): Promise<CopyRun>;
}

/** What a shell line came to in a copy of the files. */
export interface CopyRun {
  /** How it ended, as a sentence. */
  readonly detail: string;
  /** Masked. */
  readonly output: string;
}

/** What the model hands in with its work. Masked and cut. */
export interface FinishReport {
  /** Of the change, as one line; empty: it has none. */
  readonly title: string;
  readonly summary: string;
  readonly findings: readonly WorkFinding[];
}

/** What the model reads as the answer to its call. Nothing is thrown past the gate. */
export type ToolResult =
  | { readonly kind: 'done'; readonly text: string }
  /** The gate or the goal does not allow it. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It was allowed and did not work. */
  | { readonly kind: 'error'; readonly reason: string }
  | ({ readonly kind: 'finish' } & FinishReport)
  | { readonly kind: 'give_up'; readonly reason: string; readonly findings: readonly WorkFinding[] };

/** `edit` and `move`: what they answer depends on what is in the file, so the goal must be allowed to read it as well. `move`: to `to`. */
export type ToolAccess = PathAction | 'edit' | 'move';

export type Parameters = v.StrictObjectSchema<v.ObjectEntries, undefined>;

export interface ToolDefinition<P extends Parameters> {
  readonly name: string;
  readonly description: string;
  readonly parameters: P;
  /** What it does with the file in its parameter `path`; null: it has none. */
  readonly access: ToolAccess | null;
  /** `changes` alters files, `looks` brings something to read, `speaks` does neither. */
  readonly effect: 'changes' | 'looks' | 'speaks';
  /** What is shown to the person who watches, e.g. `reads docs/a.md`. */
  readonly doing: (input: MaskedRecord<v.InferOutput<P>>) => string;
  /** What it would have the outbox do; missing: nothing. The gate judges it before `run`. */
  readonly proposes?: (input: v.InferOutput<P>) => ProposedEffect;
  readonly run: (input: v.InferOutput<P>, context: ToolContext) => Promise<ToolResult>;
}

/** A tool whose parameters' types only it knows. */
export interface Tool {
  readonly schema: ToolSchema;
  readonly access: ToolAccess | null;
  readonly effect: 'changes' | 'looks' | 'speaks';
  /** Whether the outbox would do something for it. */
  readonly isEffect: boolean;
  /** The arguments as they are meant: some models put them into a field of their own. */
  plain(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  /** Checks the arguments. A `path` among them has to be replaced by its normal form first. */
  read(input: unknown): ReadyCall | MalformedCall;
}

export interface ReadyCall {
  readonly kind: 'ready';
  /** What it was given, as far as it is text. */
  readonly texts: readonly string[];
  /** What people see of it. */
  doing(mask: Mask): string;
  readonly proposes: ProposedEffect | null;
  run(context: ToolContext): Promise<ToolResult>;
}

export interface MalformedCall {
  readonly kind: 'malformed';
  readonly problems: readonly string[];
}

export function defineTool<P extends Parameters>(definition: ToolDefinition<P>): Tool {
  const { name, description, parameters, access, effect } = definition;
  return {
    schema: { name, description, parameters: jsonSchemaOf(parameters) },
    access,
    effect,
    isEffect: definition.proposes !== undefined,
    plain: (input) => withoutWrapping(input, [name, ...Object.keys(parameters.entries)]),
    read(input) {
      const parsed = v.safeParse(parameters, meant(input, parameters));
      if (!parsed.success) return { kind: 'malformed', problems: parsed.issues.map(problemOf) };
      return {
        kind: 'ready',
        texts: textsIn(parsed.output),
        doing: (mask) => definition.doing(maskedRecord(parsed.output, mask)),
        proposes: definition.proposes?.(parsed.output) ?? null,
        run: (context) => definition.run(parsed.output, context),
      };
    },
  };
}

/** All texts of an input, also those in its lists. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function problemOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return `${path === null ? '' : `${path}: `}expected ${issue.expected ?? 'something else'}, received ${issue.received}`;
}
