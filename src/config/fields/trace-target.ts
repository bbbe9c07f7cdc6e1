import { isOpenToOthers } from '../../core/access/plain-http.ts';
import type { TraceTarget } from '../../core/health/trace.ts';

/** Names of OpenTelemetry's own variables; those for traces come before those for everything. */
const TRACES = 'OTEL_EXPORTER_OTLP_TRACES_';
const ALL = 'OTEL_EXPORTER_OTLP_';
/** A run does not wait longer, whatever the variables say. */
const LONGEST_MS = 5_000;

export type TraceEnvironment = Readonly<Record<string, string | undefined>>;

export type TraceTargetReading =
  | { readonly kind: 'off' }
  | { readonly kind: 'wrong'; readonly variable: string; readonly why: 'not_an_address' | 'open_http' }
  | { readonly kind: 'target'; readonly target: TraceTarget };

/** Where traces go, by the variables that OpenTelemetry defines. Without an address they go nowhere. */
export function readTraceTarget(variables: TraceEnvironment): TraceTargetReading {
  const own = given(variables, `${TRACES}ENDPOINT`);
  const shared = given(variables, `${ALL}ENDPOINT`);
  const isOff =
    given(variables, 'OTEL_SDK_DISABLED').toLowerCase() === 'true' ||
    given(variables, 'OTEL_TRACES_EXPORTER').toLowerCase() === 'none';
  if (isOff || (own === '' && shared === '')) return { kind: 'off' };
  const variable = own === '' ? `${ALL}ENDPOINT` : `${TRACES}ENDPOINT`;
  const address = own === '' ? `${shared.replace(/\/+$/, '')}/v1/traces` : own;
  if (!/^https?:/i.test(address) || !URL.canParse(address))
    return { kind: 'wrong', variable, why: 'not_an_address' };
  if (isOpenToOthers(address)) return { kind: 'wrong', variable, why: 'open_http' };
  return { kind: 'target', target: targetAt(variables, address) };
}

function targetAt(variables: TraceEnvironment, address: string): TraceTarget {
  const either = (name: string) => given(variables, TRACES + name) || given(variables, ALL + name);
  const timeout = Number(either('TIMEOUT') || LONGEST_MS);
  const attributes = pairsIn(given(variables, 'OTEL_RESOURCE_ATTRIBUTES'));
  return {
    address,
    headers: pairsIn(either('HEADERS')),
    timeoutMs: timeout > 0 && timeout < LONGEST_MS ? timeout : LONGEST_MS,
    resource: {
      ...attributes,
      'service.name': given(variables, 'OTEL_SERVICE_NAME') || attributes['service.name'] || 'wakeful',
    },
    hasTexts: given(variables, 'OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT').toLowerCase() === 'true',
  };
}

/** `a=1,b=2`, whose values are written as in an address. A pair that is none is left out. */
function pairsIn(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(',').flatMap((pair) => {
    const [, name, value] = /^\s*([^=\s]+)\s*=\s*(.*?)\s*$/.exec(pair) ?? [];
    return name === undefined || value === undefined ? [] : [[name, decoded(value)] as const];
  });
  return Object.fromEntries(pairs);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function given(variables: TraceEnvironment, name: string): string {
  return variables[name]?.trim() ?? '';
}
