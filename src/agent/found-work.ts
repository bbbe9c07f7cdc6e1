import { count } from '../core/figures.ts';
import type { CheckReport } from '../core/progress/check-report.ts';
import { checkSentence } from '../core/progress/check-report.ts';
import type { FileFinding } from '../core/progress/file-finding.ts';
import type { CommandContext } from './command-context.ts';
import type { Fence } from './tools/fence.ts';

/** The program that has found an item, and that finds out whether it is done. */
export interface ItemFinder {
  /** What people call it. */
  readonly name: string;
  /** The file that the item is. */
  readonly path: string;
  /** The goal changes files: the item is done when nothing is reported any more. */
  readonly mustMend: boolean;
  /** What it reports of the file, before anything is changed. */
  begin(context: CommandContext): Promise<readonly FileFinding[]>;
  judge(context: CommandContext): Promise<FinderVerdict>;
}

/** Whether what was found is gone, and whether the change has brought anything new. */
export interface FinderVerdict {
  readonly report: Extract<CheckReport, { readonly kind: 'passed' | 'failed' }>;
  /** Of the file. */
  readonly left: readonly FileFinding[];
  /** In any file. */
  readonly fresh: readonly FileFinding[];
}

/** What the finder says of finished work. */
export type FoundVerdict =
  | { readonly kind: 'clean'; readonly report: CheckReport }
  | ({ readonly kind: 'left'; readonly report: CheckReport } & FoundRest);

/** What is still reported. */
export interface FoundRest {
  /** For the model. Its first line is a whole sentence for people. */
  readonly reason: string;
  /** The same where the same is left; null: the change has brought something new. */
  readonly rest: string | null;
}

const MOST_SHOWN = 30;

/** What a program has found in the file of an item, and whether it is gone. */
export class FoundWork {
  readonly finder: ItemFinder;
  /** In the item's file, before anything was changed. */
  readonly findings: readonly FileFinding[];
  readonly #context: CommandContext;
  readonly #fence: Fence;

  private constructor(
    { finder, findings }: Pick<FoundWork, 'finder' | 'findings'>,
    context: CommandContext,
    fence: Fence,
  ) {
    this.finder = finder;
    this.findings = findings;
    this.#context = context;
    this.#fence = fence;
  }

  /** Null: no program has found the item. */
  static async begin(
    finder: ItemFinder | undefined,
    context: CommandContext,
    fence: Fence,
  ): Promise<FoundWork | null> {
    if (finder === undefined) return null;
    return new FoundWork({ finder, findings: await finder.begin(context) }, context, fence);
  }

  /** Why work without a change is no finished work; null: it may be. */
  withoutChange(effects: number): FoundRest | null {
    const { mustMend, name, path } = this.finder;
    if (!mustMend || this.findings.length === 0 || effects > 0) return null;
    const still = `still reports ${count(this.findings.length, 'finding')} in ${path}`;
    return { reason: `\`${name}\` ${still}, and nothing has changed.`, rest: restOf(this.findings) };
  }

  /** Null: the goal changes no file, so all may stay as it is. */
  async judge(): Promise<FoundVerdict | null> {
    if (!this.finder.mustMend) return null;
    const { report, left, fresh } = await this.finder.judge(this.#context);
    if (report.kind === 'passed') return { kind: 'clean', report };
    const parts = [
      checkSentence(report),
      ...(left.length > 0 ? ['Still reported:', this.#shown(left)] : []),
      ...(fresh.length > 0 ? ['New, by your change:', this.#shown(fresh)] : []),
    ];
    return { kind: 'left', report, reason: parts.join('\n'), rest: fresh.length === 0 ? restOf(left) : null };
  }

  #shown(findings: readonly FileFinding[]): string {
    const { mask } = this.#context.deps;
    const lines = findings.slice(0, MOST_SHOWN).map((each) => mask.mask(`${each.path}:${findingLine(each)}`));
    const rest = findings.length - lines.length;
    return `${this.#fence.around(lines.join('\n'))}${rest > 0 ? `\n(and ${rest} more)` : ''}`;
  }
}

function restOf(findings: readonly FileFinding[]): string {
  return findings
    .map(({ rule, text }) => `${rule} ${text}`)
    .sort()
    .join('\n');
}

/** `12:3 no-undef: 'x' is not defined` */
export function findingLine({ line, column, rule, text }: FileFinding): string {
  const place = line === 0 ? '' : `${line}${column === null ? '' : `:${column}`} `;
  return `${place}${rule}: ${text}`;
}
