/** A goal that other repositories can use, with what it asks. */
export interface Recipe {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly RecipeQuestion[];
  /** The goal file, with `{{name}}` where an answer belongs. */
  readonly text: string;
}

export interface RecipeQuestion {
  readonly name: string;
  /** The answer where nobody gives another one. */
  readonly usual: string;
  readonly about: string;
}

/** `answers`: unusable ones; their characters would change more of the goal than their place. */
export type RecipeFilling =
  | { readonly kind: 'filled'; readonly text: string }
  | { readonly kind: 'unknown'; readonly names: readonly string[] }
  | { readonly kind: 'unusable'; readonly names: readonly string[] };

const QUESTION = /^# ask ([a-z_]+) = (.*?): (\S.*)$/;
/** What stands between double quotes of YAML as it is. */
const USABLE = /^(?!.*(?:\{\{|\}\}))[^"\\\p{Cc}\p{Zl}\p{Zp}]{1,200}$/u;

export function readRecipe(id: string, file: string): Recipe {
  const lines = file.split('\n');
  const questions = lines.flatMap((line): readonly RecipeQuestion[] => {
    const [, name, usual, about] = QUESTION.exec(line) ?? [];
    return name === undefined || usual === undefined || about === undefined ? [] : [{ name, usual, about }];
  });
  const text = lines.filter((line) => !QUESTION.test(line)).join('\n');
  const title = /^title: (.*)$/m.exec(text)?.[1]?.trim() ?? id;
  return { id, title, questions, text };
}

export function filled({ questions, text }: Recipe, answers: ReadonlyMap<string, string>): RecipeFilling {
  const names = new Set(questions.map(({ name }) => name));
  const unknown = [...answers.keys()].filter((name) => !names.has(name));
  if (unknown.length > 0) return { kind: 'unknown', names: unknown };
  const unusable = [...answers].filter(([, value]) => !USABLE.test(value)).map(([name]) => name);
  if (unusable.length > 0) return { kind: 'unusable', names: unusable };
  const values = new Map(questions.map(({ name, usual }) => [name, answers.get(name) ?? usual]));
  return {
    kind: 'filled',
    text: text.replace(/\{\{([a-z_]+)\}\}/g, (mark, name) => values.get(name) ?? mark),
  };
}
