import { PROGRAM } from '../../core/text/program.ts';
import { listWords } from '../words/sentences.ts';

interface ShownRecipe {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly { readonly name: string; readonly usual: string; readonly about: string }[];
}

/** What the commands about recipes say. */
export const RECIPE_TEXTS = {
  entry: ({ id, title, questions }: ShownRecipe) =>
    [
      `${id}  ${title}`,
      ...questions.map(({ name, usual, about }) => `    ${name}=${usual}  (${about})`),
      '',
    ].join('\n'),
  added: (file: string) =>
    `Wrote ${file}. Read it, and commit it in a pull request. ${PROGRAM} goals --preview shows what it may do.\n`,
  nameOne: `Name one recipe: ${PROGRAM} add <recipe>. ${PROGRAM} recipes lists them.`,
  unknown: (name: string, near: string | null, known: readonly string[]) =>
    `There is no recipe ${JSON.stringify(name)}. ${near === null ? `There are: ${known.join(', ')}.` : `Did you mean ${near}?`}`,
  noAnswer: (word: string) => `${JSON.stringify(word)} is no answer. Write name=value.`,
  notAsked: (recipe: string, names: readonly string[], asked: readonly string[]) =>
    `The recipe ${recipe} does not ask for ${listWords(names)}. It asks for ${asked.length === 0 ? 'nothing' : listWords(asked)}.`,
  unusable: (names: readonly string[]) =>
    `The answer for ${listWords(names)} must be one line of at most 200 characters without double quotes, backslashes and double braces.`,
  badName: (name: string) =>
    `${JSON.stringify(name)} cannot be the name of a goal. Use small letters, digits and hyphens.`,
  isOutside: (folder: string) =>
    `The folder of the goals, ${folder}, is a link out of this repository, and the goal would be written there. Remove the link, or name another folder in goals_folder of the settings.`,
  isThere: (file: string) => `${file} is there already. Choose another name with --as <goal>.`,
} as const;
