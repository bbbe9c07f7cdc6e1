import { type ModelSettings, SETTINGS_FILE, type Settings } from '../../core/settings.ts';
import { remembering } from '../../core/text/recent-texts.ts';
import { type Problem, sortProblems } from '../../report/problems/problem.ts';
import { settingsFileProblems } from '../../report/problems/settings-problems.ts';
import { isDollars, LIMIT_FIELDS, LIMIT_NAMES, makeLimits } from '../fields/limit-fields.ts';
import { readConfigFile } from '../yaml/config-file.ts';
import type { ValueFault } from '../yaml/fault.ts';
import { nearestName } from '../yaml/nearest-name.ts';
import { mapping, type RawMapping } from '../yaml/raw-value.ts';
import { settingsLeft } from './settings-left.ts';
import { SettingsFile, type SettingsFileValue } from './settings-schema.ts';

export interface SettingsSource {
  /** Path in the repository. */
  readonly file: string;
  /** Null: there is no such file, so every setting has its default. */
  readonly text: string | null;
}

export type SettingsReading =
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** Reads the settings file; never throws. */
export function parseSettingsFile({ file, text }: SettingsSource): SettingsReading {
  const reading = readConfigFile({
    ...{ file, text: text ?? '', schema: SettingsFile, whenEmpty: 'defaults' as const },
    rules: settingsFaults,
  });
  if (reading.kind === 'problems') return { kind: 'problems', problems: sortProblems(reading.problems) };
  const settings = makeSettings(reading.value);
  return { kind: 'settings', settings: text === null ? settings : { ...settings, lines: reading.lines } };
}

export interface SettingsInUse {
  /** Defaults where the file is missing or wrong, but for names and secrets that can be read in it. */
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/** The settings to go on with, by the text of the settings file; null: there is none. */
export function settingsInUse(text: string | null): SettingsInUse {
  return text === null ? usualSettings('') : settingsIn(text);
}

const usualSettings = remembering(() => readSettings(null));
const settingsIn = remembering((text) => readSettings(text), 500_000);

function readSettings(text: string | null): SettingsInUse {
  const reading = parseSettingsFile({ file: SETTINGS_FILE, text });
  if (reading.kind === 'settings') return { settings: reading.settings, problems: [] };
  if (text === null) throw new Error('the default settings are not valid');
  const { settings } = settingsInUse(null);
  return { settings: { ...settings, ...settingsLeft(text, settings) }, problems: reading.problems };
}

export interface ModelOverrides {
  /** `OPENAI_BASE_URL`; null or empty: not set. */
  readonly baseUrl: string | null;
  /** `OPENAI_MODEL`; null or empty: not set. */
  readonly model: string | null;
}

/**
 * The settings with another server or model behind the name `default`. A price belongs to its model: with another
 * one no price is known, so that limits in dollars are refused instead of counted wrongly.
 */
export function withModelOverrides(settings: Settings, overrides: ModelOverrides): Settings {
  const current = settings.models['default'];
  if (current === undefined) return settings;
  const model = given(overrides.model) ?? current.model;
  const changed: ModelSettings = {
    ...current,
    model,
    baseUrl: given(overrides.baseUrl) ?? current.baseUrl,
    price: model === current.model ? current.price : null,
  };
  return { ...settings, models: { ...settings.models, default: changed } };
}

function given(value: string | null): string | null {
  return value === null || value.trim() === '' ? null : value.trim();
}

function settingsFaults(raw: RawMapping): readonly ValueFault[] {
  const models = mapping(raw['models']);
  const hasNoDefault = Object.keys(models).length > 0 && !('default' in models);
  const faults: readonly ValueFault[] = hasNoDefault
    ? [{ path: ['models'], at: 'key', ...settingsFileProblems.noDefaultModel }]
    : [];
  return [...faults, ...fallbackFaults(models), ...readerFaults(raw, models), ...dollarFaults(raw, models)];
}

/** A model that takes another one's place is one of the settings, and has a price where that one has: it is never dearer unseen. */
function fallbackFaults(models: RawMapping): readonly ValueFault[] {
  return Object.entries(models).flatMap(([name, model]) => {
    const { fallback, price } = mapping(model);
    if (!Array.isArray(fallback)) return [];
    return fallback.flatMap((other: unknown, index): readonly ValueFault[] => {
      const path = ['models', name, 'fallback', index];
      if (typeof other !== 'string') return [];
      if (other === name || !(other in models))
        return [{ path, at: 'value', ...settingsFileProblems.unknownFallback(other, Object.keys(models)) }];
      const isPriceless = price !== undefined && !('price' in mapping(models[other]));
      return isPriceless ? [{ path, at: 'value', ...settingsFileProblems.fallbackWithoutPrice(other) }] : [];
    });
  });
}

function readerFaults(raw: RawMapping, models: RawMapping): readonly ValueFault[] {
  const name = raw['second_reader'];
  const names = 'models' in raw ? Object.keys(models) : ['default'];
  if (typeof name !== 'string' || names.includes(name)) return [];
  const problem = settingsFileProblems.unknownReader(name, nearestName(name, names), names);
  return [{ path: ['second_reader'], at: 'value', ...problem }];
}

/** A limit in dollars without a price is an error, not ignored. */
function dollarFaults(raw: RawMapping, models: RawMapping): readonly ValueFault[] {
  const names = 'models' in raw ? Object.keys(models) : ['default'];
  const priceless = names.filter((name) => !('price' in mapping(models[name])));
  const fault = (field: string, name: string): ValueFault => {
    const problem = settingsFileProblems.noPrice(`${field}.${name}`, priceless);
    return { path: [field, name], at: 'key', ...problem };
  };
  const dollars = LIMIT_NAMES.filter(isDollars);
  const budget = priceless.length > 0 ? dollars.filter((name) => name in mapping(raw['budget'])) : [];
  const nonePriced = names.length > 0 && priceless.length === names.length;
  const bounds = nonePriced ? dollars.filter((name) => name in mapping(raw['bounds'])) : [];
  return [...budget.map((name) => fault('budget', name)), ...bounds.map((name) => fault('bounds', name))];
}

function makeSettings(value: SettingsFileValue): Settings {
  const { budget, bounds, alerts, draft } = value;
  return {
    models: Object.fromEntries(Object.entries(value.models).map(([name, model]) => [name, makeModel(model)])),
    budget: {
      tokensPerDay: budget.tokens_per_day,
      tokensPerMonth: budget.tokens_per_month,
      usdPerDay: budget.usd_per_day ?? null,
      usdPerMonth: budget.usd_per_month ?? null,
    },
    bounds: makeLimits(
      (name) => bounds[name] ?? LIMIT_FIELDS[name].bound,
      (name) => bounds[name] ?? LIMIT_FIELDS[name].bound,
    ),
    openDrafts: value.open_drafts,
    draft: {
      labels: draft.labels,
      reviewers: draft.reviewers,
      readyWhereUnsupported: draft.ready_where_unsupported,
    },
    commit: value.commit,
    stateBranch: value.state_branch,
    goalsFolder: value.goals_folder,
    alerts: {
      consecutiveFailures: alerts.consecutive_failures,
      silentHours: alerts.silent_hours,
      draftWaitsDays: alerts.draft_waits_days,
      open: alerts.open,
    },
    tellsSecurityReleases: alerts.security_releases,
    protectedPaths: value.protected_paths,
    secretPatterns: value.secret_patterns,
    setupHosts: value.setup_hosts,
    sandbox: value.sandbox,
    logDays: value.log_days,
    dashboardIssue: value.dashboard_issue,
    secondReader: value.second_reader,
  };
}

function makePrice(
  price: NonNullable<SettingsFileValue['models'][string]['price']>,
): NonNullable<ModelSettings['price']> {
  return {
    ...{ in: price.in, out: price.out },
    ...(price.cached_in !== undefined && { cachedIn: price.cached_in }),
    ...(price.reasoning_out !== undefined && { reasoningOut: price.reasoning_out }),
  };
}

function makeModel(model: SettingsFileValue['models'][string]): ModelSettings {
  return {
    model: model.model,
    baseUrl: model.base_url ?? null,
    price: model.price === undefined ? null : makePrice(model.price),
    maxOutputTokens: model.max_output_tokens,
    ...(model.answer_seconds !== undefined && { answerSeconds: model.answer_seconds }),
    ...(model.stream && { isStreamed: true }),
    ...(model.api !== 'chat' && { api: model.api }),
    ...(model.fallback.length > 0 && { fallback: model.fallback }),
  };
}
