import { printable, problemText, show } from './problem.ts';

const STATE_BRANCH = 'use e.g. wakeful-state';
const FOLDER = 'write it like goals or .github/goals';
const ADDRESS = 'write e.g. https://api.openai.com/v1; keys come from the environment';

/** What can be wrong with a value of the settings. Each message goes on after the value. */
export const settingValueProblems = {
  workBranch: problemText('is a name for work branches', STATE_BRANCH),
  mainBranch: problemText('is the name of another branch', STATE_BRANCH),
  notBranch: problemText('is not a name that git accepts for a branch', STATE_BRANCH),
  notFolder: problemText("is not a folder below the repository's root", FOLDER),
  usedFolder: problemText('is used for something else', FOLDER),
  notUrl: problemText('is not a URL', ADDRESS),
  notEmail: problemText('is not an e-mail address'),
  notProgramFolder: problemText(
    'is no folder of programs',
    'write an absolute path, or one that begins with ~/, such as ~/.cargo/bin',
  ),
  notVariable: problemText('is not the name of a variable', 'write it in capitals, such as JAVA_HOME'),
  withheldVariable: problemText(
    'may hold a secret or steer how programs start, so no command sees it',
    'name variables that say where tools are, such as JAVA_HOME',
  ),
  notHost: problemText(
    'is not the name of a host on the internet',
    'write e.g. registry.npmjs.org: no address, port, path or wildcard',
  ),
  emailOfLogin: problemText(
    'names a login without its number, so the commits would be shown as those of a stranger',
    'write the address with its number, such as 41898282+github-actions[bot]@users.noreply.github.com',
  ),
  notReviewer: problemText('is neither a login nor a team', 'write octocat or acme/docs-team'),
  notPattern: (reason: string) =>
    problemText(`is not a regular expression: ${printable(reason)}`, 'fix the pattern'),
  matchesEmpty: problemText('matches the empty text', 'write a pattern that needs at least one character'),
  notLinearPattern: problemText(
    'has a lookahead, a lookbehind or a back reference, with which a search can take for ever',
    'write what the secret itself looks like, e.g. ACME-[A-Za-z0-9]{20}',
  ),
  largePattern: problemText('repeats too much', 'use smaller counts in {…}'),
} as const;

/** What else can be wrong with a setting. Each message goes on after the name of the field. */
export const settingsProblems = {
  notModelName: problemText(
    'is not a name for a model',
    'use letters, digits, dots and hyphens, e.g. default',
  ),
  notHttp: problemText('must start with https:// or http://', ADDRESS),
  openHttp: problemText(
    'is plain http:// to a host outside the local network, so the prompt and the key could be read on the way',
    'write https://',
  ),
  urlWithLogin: problemText('must not contain a name or a password', ADDRESS),
  urlWithQuery: problemText('must not have a query or a fragment', ADDRESS),
  authorName: problemText('must be one line without < and >'),
  label: problemText('must be one line without a comma'),
} as const;

/** What can be wrong with several fields of the settings together. */
export const settingsFileProblems = {
  unknownFallback: (name: string, models: readonly string[]) =>
    problemText(
      `${show(name)} cannot take its place`,
      `name other models of this file: ${models.map((model) => show(model)).join(', ')}`,
    ),
  fallbackWithoutPrice: (name: string) =>
    problemText(`${show(name)} has no price, and the model whose place it takes has one`, 'give it a price'),
  unknownReader: (name: string, nearest: string | null, models: readonly string[]) =>
    problemText(
      `\`second_reader\` is ${show(name)}, which is none of the models of this file`,
      nearest === null
        ? `write true, false, or one of: ${models.join(', ')}`
        : `did you mean "${nearest}"? true and false are possible as well`,
    ),
  noDefaultModel: problemText(
    '`models` does not name a model `default`',
    'name one; goals that choose no model use it',
  ),
  noPrice: (field: string, models: readonly string[]) =>
    problemText(
      `\`${field}\` counts dollars, but not every model has a price`,
      `give ${models.map((name) => `\`models.${name}.price\``).join(', ')}, or remove this limit`,
    ),
} as const;
