import { may, type Token } from './access.ts';
import type { PushCommand, PushRequest, Refusals } from './push-commands.ts';
import { REFUSING_RULES, rulesFor } from './rules.ts';
import type { Site } from './site.ts';

export interface Judgement {
  readonly refusals: Refusals;
  /** What the person at the other end is told. */
  readonly words: string;
}

/** Which refs of a push GitHub would refuse. `changed`: files that a command brings in, compared with what is there. */
export async function judgePush(
  site: Site,
  { token, push }: { readonly token: Token; readonly push: PushRequest },
  changed: (command: PushCommand) => Promise<readonly string[]>,
): Promise<Judgement> {
  const refusals = new Map<string, string>();
  const words: string[] = [];
  const { rules } = await site.store.settings();
  for (const command of push.commands) {
    const broken = brokenRules(command, rules.length === 0 ? [] : rulesFor(rules, branchOf(command)));
    if (broken.length > 0) {
      refusals.set(command.ref, 'push declined due to repository rule violations');
      words.push(`error: GH013: Repository rule violations found for ${command.ref}.\n`);
      words.push(...broken.map((sentence) => `\n- ${sentence}\n`), '\n');
    } else if (command.to !== null && !may(token, 'workflows:write')) {
      const workflow = (await changed(command))[0];
      if (workflow !== undefined) refusals.set(command.ref, refusedWorkflow(token, workflow));
    }
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

function refusedWorkflow(token: Token, path: string): string {
  const who = token.kind === 'workflow' ? 'a GitHub App' : 'a Personal Access Token';
  const what = token.kind === 'workflow' ? '`workflows` permission' : '`workflow` scope';
  return `refusing to allow ${who} to create or update workflow \`${path}\` without ${what}`;
}
