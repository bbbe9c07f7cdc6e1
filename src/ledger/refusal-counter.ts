import { Halt } from '../core/ending.ts';
import type { PushOutcome, RefRefusal } from '../ports.ts';
import { LEDGER_TEXTS } from '../report/failures/ledger-texts.ts';

/** How many pushes in a row may be refused while nobody else has pushed; what carries finished work is tried longer. */
const MOST_IN_A_ROW = 5;
const MOST_WITH_WORK = 12;

/** What refusals of one step's pushes mean. A refusal is a lost race only where somebody else has moved the branch. */
export class RefusalCounter {
  readonly #branch: string;
  readonly #most: number;
  #inARow = 0;

  /** `branch`: the state branch. `workBranches`: how many others travel with it. */
  constructor(branch: string, workBranches: number) {
    this.#branch = branch;
    this.#most = workBranches === 0 ? MOST_IN_A_ROW : MOST_WITH_WORK;
  }

  /** Whether the last push lost a race, as far as is known. */
  get isRace(): boolean {
    return this.#inARow === 0;
  }

  /**
   * The work branches that are to blame, where the state could have been written without them; null: try again. `hasMoved`:
   * whether the state branch has another tip now than the push expected. Throws `Halt` where trying again does not help.
   */
  judge(push: PushOutcome, hasMoved: boolean): readonly RefRefusal[] | null {
    if (push.kind === 'unknown' || push.kind === 'landed') return null;
    this.#inARow = hasMoved ? 0 : this.#inARow + 1;
    if (push.kind === 'denied') return this.#tryAgainOr('forbidden', push.reason);
    const own = push.refs.find((ref) => ref.branch === this.#branch);
    const others = push.refs.filter((ref) => ref.branch !== this.#branch);
    // A hook refuses a push as a whole: whether the state alone may pass is not known before it was tried.
    if (others.length === 0 || own?.reason === 'name_taken') refuseLasting(own);
    if (own !== undefined && own.reason !== 'forbidden')
      return hasMoved ? null : this.#tryAgainOr('github_unavailable', own.detail);
    const isServerFault = others.every(({ reason }) => reason === 'other');
    return isServerFault && this.#inARow < this.#most ? null : others;
  }

  #tryAgainOr(ending: 'forbidden' | 'github_unavailable', words: string): null {
    if (this.#inARow < this.#most) return null;
    throw new Halt(ending, LEDGER_TEXTS.refusedAgain(this.#branch, this.#inARow, words));
  }
}

/** Ends the run where a rule, a permission or the name of another branch keeps the state branch from being pushed. */
function refuseLasting(own: RefRefusal | undefined): void {
  if (own?.reason === 'forbidden')
    throw new Halt('forbidden', LEDGER_TEXTS.mayNotPush(own.branch, own.detail));
  if (own?.reason === 'name_taken')
    throw new Halt('bad_settings', LEDGER_TEXTS.nameTaken(own.branch, own.detail));
}
