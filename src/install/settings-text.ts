import { SETTINGS_FILE } from '../core/settings.ts';
import { type ActionSource, rawFile, textIn } from './release.ts';

export interface ModelPrice {
  readonly in: number;
  readonly out: number;
  readonly cachedIn?: number;
  /** Where it was read, and when; missing: a person has said so. */
  readonly source?: { readonly on: string; readonly at: string };
}

export interface ModelChoice {
  readonly model: string;
  /** Null: OpenAI's. */
  readonly baseUrl: string | null;
  /** US dollars per million tokens; null: not known. */
  readonly price: ModelPrice | null;
}

export interface SettingsChoices extends ModelChoice {
  /** Null: only tokens are limited. */
  readonly usdPerMonth: number | null;
  readonly goalsFolder: string;
}

/** The settings of a release with what was chosen written into them; all comments stay. */
export function settingsText(release: ActionSource, choices: SettingsChoices): string {
  const { model, baseUrl, price, usdPerMonth, goalsFolder } = choices;
  const lines = textIn(release, SETTINGS_FILE).split('\n');
  const out = lines.flatMap((line) => {
    if (/^ {4}model: /.test(line))
      return [
        `    model: ${scalar(model)}`,
        ...(baseUrl === null ? [] : [`    base_url: ${scalar(baseUrl)}`]),
      ];
    if (price !== null && /^ {4}# price: /.test(line))
      return [`    price: {${priceFields(price)}} # ${priceNote(price)}`];
    if (usdPerMonth !== null && /^ {2}tokens_per_month: /.test(line))
      return [line, `  usd_per_month: ${usdPerMonth}`];
    if (goalsFolder !== 'goals' && /^state_branch: /.test(line))
      return [line, `goals_folder: ${goalsFolder}`];
    return [line];
  });
  return out
    .join('\n')
    .replace(
      '$schema=../schema/settings.schema.json',
      `$schema=${rawFile(release, 'schema/settings.schema.json')}`,
    );
}

function priceNote({ source }: ModelPrice): string {
  const read = source === undefined ? '' : `, ${source.on}, ${source.at}`;
  return `USD per million tokens${read}`;
}

function priceFields({ in: input, out, cachedIn }: ModelPrice): string {
  const fields = { in: input, out, ...(cachedIn === undefined ? {} : { cached_in: cachedIn }) };
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}

/** As YAML reads it back. */
function scalar(text: string): string {
  return /^[A-Za-z][\w./-]*$/.test(text) ? text : JSON.stringify(text);
}
