import type { Site } from '../records/site.ts';
import type { PushCommand, PushRequest, Refusals } from './push-commands.ts';
import { REFUSING_RULES, rulesFor } from './rules.ts';

export interface Judgement {
  readonly refusals: Refusals;
  /** What the person at the other end is told. */
  readonly words: string;
}

/** Which refs of a push the rules of the repository refuse. */
export async function judgePush(site: Site, push: PushRequest): Promise<Judgement> {
  const refusals = new Map<string, string>();
  const words: string[] = [];
  const { rules } = await site.store.settings();
  for (const command of push.commands) {
    const broken = brokenRules(command, rulesFor(rules, branchOf(command)));
    if (broken.length === 0) continue;
    refusals.set(command.ref, 'push declined due to repository rule violations');
    words.push(`error: GH013: Repository rule violations found for ${command.ref}.\n`);
    words.push(...broken.map((sentence) => `\n- ${sentence}\n`), '\n');
  }
  return { refusals, words: words.join('') };
}

function branchOf(command: PushCommand): string {
  return command.ref.replace(/^refs\/heads\//, '');
}

function brokenRules(command: PushCommand, rules: ReturnType<typeof rulesFor>): readonly string[] {
  const applies = (type: string): boolean => {
    if (type === 'creation') return command.from === null;
    if (type === 'deletion') return command.to === null;
    if (type === 'update') return command.from !== null && command.to !== null;
    return command.to !== null;
  };
  return rules.flatMap(({ type }) => (applies(type) ? (REFUSING_RULES[type] ?? []) : []));
}
