import { environmentSecrets, type RunnerEnvironment } from '../../adapters/runner.ts';
import type { ModelOverrides } from '../../config/settings/settings-file.ts';
import type { ModelSettings } from '../../core/settings.ts';
import type { ModelProvider, Random } from '../../ports.ts';
import { REHEARSAL_TEXTS } from '../../report/terminal/command-texts.ts';

/** The model of a rehearsal: the scripted one, or the person's own. */
export interface RehearsalModel {
  readonly kind: 'scripted' | 'real';
  readonly provider: ModelProvider;
  /** What the report calls it. */
  readonly name: string;
  /** Plain words on what answers. */
  readonly sentence: string;
  /** What takes the place of the settings' model `default`. */
  readonly overrides: ModelOverrides;
  /** Values that must never be written anywhere. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

/** Without a key and a server of the person's own, the scripted model is started on loopback. */
export function openRehearsalModel(environment: RunnerEnvironment, random: Random): Promise<RehearsalModel> {
  const own = environment.openaiKey !== '' || environment.openaiBaseUrl !== '';
  return own ? ownModel(environment) : scriptedModel(random);
}

async function scriptedModel(random: Random): Promise<RehearsalModel> {
  const { startScriptedModel } = await import('../../rehearsal/model/server.ts');
  const server = await startScriptedModel(random);
  return {
    kind: 'scripted',
    provider: redirected(await modelProvider(server.key), { baseUrl: server.baseUrl, model: 'scripted' }),
    overrides: { baseUrl: null, model: null },
    name: 'scripted',
    sentence: REHEARSAL_TEXTS.scriptedModel,
    secrets: [server.key],
    close: () => server.close(),
  };
}

async function ownModel(environment: RunnerEnvironment): Promise<RehearsalModel> {
  const { openaiKey, openaiBaseUrl, openaiModel } = environment;
  const server = openaiBaseUrl === '' ? REHEARSAL_TEXTS.serverOfSettings : new URL(openaiBaseUrl).host;
  return {
    kind: 'real',
    provider: await modelProvider(openaiKey === '' ? null : openaiKey),
    overrides: { baseUrl: openaiBaseUrl, model: openaiModel },
    name: openaiModel === '' ? REHEARSAL_TEXTS.modelOfSettings : openaiModel,
    sentence: REHEARSAL_TEXTS.ownModel(openaiModel || REHEARSAL_TEXTS.oneOfSettings, server),
    secrets: environmentSecrets(),
    close: async () => {},
  };
}

/** Every model of the settings is asked at one server; prices and sizes stay as the settings say. */
function redirected(provider: ModelProvider, to: Pick<ModelSettings, 'baseUrl' | 'model'>): ModelProvider {
  return {
    name: () => to.model,
    open: (settings) => provider.open({ ...settings, ...to }),
  };
}

async function modelProvider(key: string | null): Promise<ModelProvider> {
  const { createOpenAiModels } = await import('../../adapters/openai-model.ts');
  return createOpenAiModels({ key });
}
