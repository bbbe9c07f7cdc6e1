import {
  init_say,
  say
} from "./shared-job-log.mjs";
import "./shared-progress.mjs";
import {
  costOf,
  init_meter
} from "./shared-meter.mjs";
import {
  ENDINGS,
  duration,
  init_ending,
  init_github_pages,
  init_sentences,
  runUrl
} from "./shared-get-east-asian-width.mjs";
import {
  init_plain_http,
  isOpenToOthers
} from "./shared-plain-http.mjs";
import "./shared-masked.mjs";
import {
  __esm
} from "./shared-runtime.mjs";

// src/adapters/traces/otlp.ts
function otlpTrace(wake, resource, newId) {
  const ids = { traceId: newId(), spanId: newId().slice(0, 16) };
  const spans = [wakeSpan(wake, ids), ...wake.calls.map((call) => callSpan(call, ids, newId().slice(0, 16)))];
  return {
    resourceSpans: [
      { resource: { attributes: attributes(resource) }, scopeSpans: [{ scope: { name: "wakeful" }, spans }] }
    ]
  };
}
function wakeSpan(wake, ids) {
  return {
    ...ids,
    name: wake.does === "work" ? "invoke_agent wakeful" : "watchdog",
    kind: INTERNAL,
    ...times(wake),
    attributes: attributes({
      // The watchdog is no agent of the conventions: it asks no model.
      ...wake.does === "work" ? { "gen_ai.operation.name": "invoke_agent", "gen_ai.agent.name": "wakeful" } : {},
      "wakeful.run": wake.id,
      "wakeful.repository": wake.repository,
      "wakeful.started_by": wake.trigger,
      "wakeful.ending": wake.ending,
      "wakeful.goals": wake.goals,
      ...wake.url === null ? {} : { "url.full": wake.url },
      ...wake.isFailure ? { "error.type": wake.ending } : {}
    }),
    status: { code: wake.isFailure ? ERROR : OK }
  };
}
function callSpan(call, { traceId, spanId: parentSpanId }, spanId) {
  const { end, usage, texts } = call;
  return {
    ...{ traceId, spanId, parentSpanId, name: `chat ${call.model}`, kind: CLIENT },
    ...times(call),
    attributes: attributes({
      "gen_ai.operation.name": "chat",
      // What the server speaks, whoever runs it.
      "gen_ai.provider.name": "openai",
      "gen_ai.request.model": call.model,
      "gen_ai.request.max_tokens": call.mostTokens,
      ...call.goal === null ? {} : { "wakeful.goal": call.goal },
      ...call.task === null ? {} : { "wakeful.task": call.task },
      ...call.server === null ? {} : serverAttributes(call.server),
      ...end.kind === "answer" ? { "gen_ai.response.finish_reasons": [end.finish] } : {},
      ...end.kind === "fault" ? { "error.type": end.fault } : {},
      ...end.kind === "aborted" ? { "error.type": "aborted" } : {},
      ...usage === null ? {} : usageAttributes(usage),
      ...texts === void 0 ? {} : textAttributes(texts)
    }),
    status: end.kind === "fault" ? { code: ERROR, message: end.detail } : { code: end.kind === "answer" ? OK : ERROR }
  };
}
function serverAttributes({
  host,
  port
}) {
  return { "server.address": host, ...port === null ? {} : { "server.port": port } };
}
function usageAttributes({
  tokensIn,
  tokensOut,
  cachedIn,
  reasoningOut,
  usdMicros
}) {
  return {
    "gen_ai.usage.input_tokens": tokensIn,
    "gen_ai.usage.output_tokens": tokensOut,
    ...cachedIn === void 0 ? {} : { "gen_ai.usage.cache_read.input_tokens": cachedIn },
    ...reasoningOut === void 0 ? {} : { "gen_ai.usage.reasoning.output_tokens": reasoningOut },
    // The conventions have no name for money.
    ...usdMicros === null ? {} : { "wakeful.cost_usd": usdMicros / 1e6 }
  };
}
function textAttributes({
  asked,
  answered
}) {
  const message = (role, content) => ({ role, parts: [{ type: "text", content }] });
  return {
    "gen_ai.input.messages": JSON.stringify(asked.map(({ role, content }) => message(role, content))),
    "gen_ai.output.messages": JSON.stringify([message("assistant", answered)])
  };
}
function times({ startedAt, endedAt }) {
  const nanoseconds = (ms) => `${BigInt(Math.round(ms)) * 1000000n}`;
  return { startTimeUnixNano: nanoseconds(startedAt), endTimeUnixNano: nanoseconds(endedAt) };
}
function attributes(all) {
  return Object.entries(all).map(([key, value]) => ({ key, value: typedValue(value) }));
}
function typedValue(value) {
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "number")
    return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  return { arrayValue: { values: value.map((each) => ({ stringValue: each })) } };
}
var INTERNAL, CLIENT, OK, ERROR;
var init_otlp = __esm({
  "src/adapters/traces/otlp.ts"() {
    "use strict";
    INTERNAL = 1;
    CLIENT = 3;
    OK = 1;
    ERROR = 2;
  }
});

// src/adapters/traces/send-trace.ts
async function sendTrace(target, wake, newId) {
  const { address, headers, timeoutMs, resource } = target;
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify(otlpTrace(wake, resource, newId)),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs)
    });
    await answer.body?.cancel();
    return answer.ok ? null : { kind: "status", status: answer.status };
  } catch {
    return { kind: "unreachable", timeoutMs };
  }
}
var init_send_trace = __esm({
  "src/adapters/traces/send-trace.ts"() {
    "use strict";
    init_otlp();
  }
});

// src/adapters/traces/traced-model.ts
function tracedModels(provider, tracing) {
  return {
    name: (settings) => provider.name(settings),
    open: async (settings) => traced(await provider.open(settings), settings, tracing)
  };
}
function traced(model, settings, tracing) {
  const ask = async (question, signal) => {
    const startedAt = tracing.clock.now();
    const note = (answer) => tracing.add(callOf({ question, answer, settings, startedAt }, tracing));
    try {
      const answer = await model.ask(question, signal);
      note(answer);
      return answer;
    } catch (reason) {
      note(null);
      throw reason;
    }
  };
  return new Proxy(model, { get: (target, key) => key === "ask" ? ask : Reflect.get(target, key) });
}
function callOf({ question, answer, settings, startedAt }, tracing) {
  const { clock, mask, hasTexts } = tracing;
  const asked = question.messages.map(({ role, content }) => ({ role, content }));
  const answered = mask.mask(answer?.kind === "answer" ? answer.content : "");
  return {
    model: settings.model,
    goal: question.about?.goal ?? null,
    task: question.about?.task ?? null,
    server: settings.baseUrl === null ? null : serverOf(new URL(settings.baseUrl)),
    startedAt,
    endedAt: clock.now(),
    mostTokens: question.maxTokens,
    end: endOf(answer, mask),
    usage: usageOf(answer?.usage ?? null, settings),
    ...hasTexts ? { texts: { asked, answered } } : {}
  };
}
function serverOf({ hostname, port }) {
  return { host: hostname, port: port === "" ? null : Number(port) };
}
function endOf(answer, mask) {
  if (answer === null) return { kind: "aborted" };
  return answer.kind === "answer" ? { kind: "answer", finish: answer.finish } : { kind: "fault", fault: answer.fault, detail: mask.mask(answer.detail) };
}
function usageOf(usage, { price }) {
  return usage === null ? null : { ...usage, usdMicros: price === null ? null : costOf(usage, price) };
}
var MOST_CALLS;
var init_traced_model = __esm({
  "src/adapters/traces/traced-model.ts"() {
    "use strict";
    init_meter();
    MOST_CALLS = 1e3;
  }
});

// src/config/fields/trace-target.ts
function readTraceTarget(variables) {
  const own = given(variables, `${TRACES}ENDPOINT`);
  const shared = given(variables, `${ALL}ENDPOINT`);
  const isOff = given(variables, "OTEL_SDK_DISABLED").toLowerCase() === "true" || given(variables, "OTEL_TRACES_EXPORTER").toLowerCase() === "none";
  if (isOff || own === "" && shared === "") return { kind: "off" };
  const variable = own === "" ? `${ALL}ENDPOINT` : `${TRACES}ENDPOINT`;
  const address = own === "" ? `${shared.replace(/\/+$/, "")}/v1/traces` : own;
  if (!/^https?:/i.test(address) || !URL.canParse(address))
    return { kind: "wrong", variable, why: "not_an_address" };
  if (isOpenToOthers(address)) return { kind: "wrong", variable, why: "open_http" };
  return { kind: "target", target: targetAt(variables, address) };
}
function targetAt(variables, address) {
  const either = (name) => given(variables, TRACES + name) || given(variables, ALL + name);
  const timeout = Number(either("TIMEOUT") || LONGEST_MS);
  const attributes2 = pairsIn(given(variables, "OTEL_RESOURCE_ATTRIBUTES"));
  return {
    address,
    headers: pairsIn(either("HEADERS")),
    timeoutMs: timeout > 0 && timeout < LONGEST_MS ? timeout : LONGEST_MS,
    resource: {
      ...attributes2,
      "service.name": given(variables, "OTEL_SERVICE_NAME") || attributes2["service.name"] || "wakeful"
    },
    hasTexts: given(variables, "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT").toLowerCase() === "true"
  };
}
function pairsIn(text) {
  const pairs = text.split(",").flatMap((pair) => {
    const [, name, value] = /^\s*([^=\s]+)\s*=\s*(.*?)\s*$/.exec(pair) ?? [];
    return name === void 0 || value === void 0 ? [] : [[name, decoded(value)]];
  });
  return Object.fromEntries(pairs);
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
function given(variables, name) {
  return variables[name]?.trim() ?? "";
}
var TRACES, ALL, LONGEST_MS;
var init_trace_target = __esm({
  "src/config/fields/trace-target.ts"() {
    "use strict";
    init_plain_http();
    TRACES = "OTEL_EXPORTER_OTLP_TRACES_";
    ALL = "OTEL_EXPORTER_OTLP_";
    LONGEST_MS = 5e3;
  }
});

// src/report/job/trace-words.ts
function traceFailureWords(failure) {
  const why = failure.kind === "status" ? `its server answered with status ${failure.status}.` : `its server could not be reached within ${duration(failure.timeoutMs)}.`;
  return `The trace of this run was not sent: ${why} Nothing else follows from that.`;
}
function wrongTargetWords({
  variable,
  why
}) {
  const what = why === "not_an_address" ? "is no web address. Write one such as https://otlp.example.com." : "is plain http:// to a host outside the local network, so anybody could read it. Write https://.";
  return `No trace of this run is sent: the variable ${variable} ${what}`;
}
var init_trace_words = __esm({
  "src/report/job/trace-words.ts"() {
    "use strict";
    init_sentences();
  }
});

// src/commands/action/traces.ts
function beginTrace(call, { world, does, variables }) {
  const read = readTraceTarget(variables);
  if (read.kind === "wrong") say(call, wrongTargetWords(read));
  if (read.kind !== "target") return null;
  const { target } = read;
  const { facts, mask, cancel } = call;
  const calls = [];
  const add = (one) => void (calls.length < MOST_CALLS && calls.push(one));
  const { clock, random } = world;
  const startedAt = clock.now();
  return {
    models: (provider) => tracedModels(provider, { clock, mask, hasTexts: target.hasTexts, add }),
    async send({ wake, ending, goals }, trigger) {
      if (cancel.aborted) return;
      const run = { id: String(facts.runId), attempt: String(facts.attempt) };
      const traced2 = {
        ...{ does, id: wake, repository: facts.repository, url: runUrl(facts, run), trigger: trigger.kind },
        ...{ startedAt, endedAt: clock.now(), ending, isFailure: ENDINGS[ending].exitCode !== 0 },
        ...{ goals: goals.map(({ goal }) => goal), calls }
      };
      const failure = await sendTrace(target, traced2, () => random.nonce());
      if (failure !== null) say(call, traceFailureWords(failure));
    }
  };
}
var init_traces = __esm({
  "src/commands/action/traces.ts"() {
    init_send_trace();
    init_traced_model();
    init_trace_target();
    init_ending();
    init_trace_words();
    init_github_pages();
    init_say();
  }
});
init_traces();
export {
  beginTrace
};
