import { readPattern } from './matching/linear-pattern.ts';

/** A rule of a repository that holds for a push, without an exception for who pushes. */
export interface BranchRule {
  /** As GitHub calls it, e.g. `branch_name_pattern`. */
  readonly type: string;
  /** What names, addresses or messages have to look like; null: it is no such rule. */
  readonly pattern: RulePattern | null;
}

export interface RulePattern {
  readonly operator: string;
  readonly pattern: string;
  /** Whether they must not look like that. */
  readonly isNegated: boolean;
}

export interface PushFacts {
  /** A branch that is not there yet. */
  readonly branch: string;
  /** Of author and committer. */
  readonly email: string;
  /** What each message of a commit begins with; null: that is not known before. */
  readonly messageStart: string | null;
}

/** No push of the agent that creates a branch can keep these. Others may still let it pass, or depend on what is in it. */
const NEVER_KEPT: ReadonlySet<string> = new Set(['creation', 'required_signatures']);

/** The first rule that surely refuses a new branch with a commit of the agent; null: none does, as far as can be known before. */
export function refusingRule(rules: readonly BranchRule[], push: PushFacts): BranchRule | null {
  return rules.find((rule) => NEVER_KEPT.has(rule.type) || breaksPattern(rule, push)) ?? null;
}

function breaksPattern({ type, pattern }: BranchRule, { branch, email, messageStart }: PushFacts): boolean {
  if (pattern === null) return false;
  switch (type) {
    case 'branch_name_pattern':
      return isBroken(pattern, branch);
    case 'commit_author_email_pattern':
    case 'committer_email_pattern':
      return isBroken(pattern, email);
    case 'commit_message_pattern':
      return messageStart !== null && messageStart !== '' && cannotStart(pattern, messageStart);
    default:
      return false;
  }
}

function isBroken({ operator, pattern, isNegated }: RulePattern, text: string): boolean {
  const isLike = isLikePattern(operator, pattern, text);
  return isLike !== null && isLike === isNegated;
}

/** Null: nobody can say here, as with an operator or an expression that is not known. */
function isLikePattern(operator: string, pattern: string, text: string): boolean | null {
  switch (operator) {
    case 'starts_with':
      return text.startsWith(pattern);
    case 'ends_with':
      return text.endsWith(pattern);
    case 'contains':
      return text.includes(pattern);
    case 'regex': {
      const reading = readPattern(pattern);
      return reading.kind === 'pattern' ? reading.pattern.isIn(text) : null;
    }
    default:
      return null;
  }
}

/** Of a message only the beginning is known, so that only a rule about the beginning is surely broken. */
function cannotStart({ operator, pattern, isNegated }: RulePattern, start: string): boolean {
  if (operator !== 'starts_with') return false;
  return isNegated ? start.startsWith(pattern) : !start.startsWith(pattern) && !pattern.startsWith(start);
}
