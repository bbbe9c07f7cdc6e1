import { describe, expect, it } from 'vitest';
import { PACKAGE_REGISTRIES } from '../../../src/config/settings/package-registries.ts';
import { withModelOverrides } from '../../../src/config/settings/settings-file.ts';
import { SETTINGS_FILE as FILE } from '../../../src/core/settings.ts';
import { DEFAULTS, expectOne, PRICED, settingsOf, settingsProblems } from './reading.ts';

describe('settings', () => {
  it.each([
    ['a missing file', null],
    ['an empty file', ''],
    ['only comments', '# nothing yet\n'],
  ])('have a default for everything: %s', (_, text) => {
    expect(settingsOf(text)).toEqual({
      lines: text === null ? undefined : {},
      models: { default: { model: 'gpt-5-mini', baseUrl: null, price: null, maxOutputTokens: 8000 } },
      budget: { tokensPerDay: 500_000, tokensPerMonth: 5_000_000, usdPerDay: null, usdPerMonth: null },
      bounds: {
        ...{
          minutes: 30,
          setupMinutes: 50,
          modelCalls: 100,
          attempts: 10,
          itemsPerWake: 100,
          tokens: 500_000,
        },
        ...{ tokensPerDay: 1_000_000, usdPerDay: 20, usdPerMonth: 200 },
        ...{ openDrafts: 10, changedFiles: 200, changedLines: 10_000, repeats: 20 },
      },
      openDrafts: 5,
      draft: { labels: ['wakeful'], reviewers: [], readyWhereUnsupported: false },
      commit: {
        name: 'wakeful',
        email: '41898282+github-actions[bot]@users.noreply.github.com',
        prefix: 'wakeful: ',
      },
      stateBranch: 'wakeful-state',
      tellsSecurityReleases: true,
      goalsFolder: 'goals',
      alerts: {
        consecutiveFailures: 3,
        silentHours: 3,
        draftWaitsDays: 14,
        open: 5,
      },
      protectedPaths: [],
      secretPatterns: [],
      setupHosts: [...PACKAGE_REGISTRIES],
      sandbox: { path: [], env: [] },
      logDays: 90,
      dashboardIssue: true,
      secondReader: true,
    });
  });

  it('say how a model is asked, what it costs in parts, and what takes its place', () => {
    const text = `
models:
  default:
    model: large
    price: {in: 2, out: 8, cached_in: 0.2, reasoning_out: 10}
    answer_seconds: 600
    api: responses
    fallback: [small]
  small: {model: small, price: {in: 1, out: 1}}
`;
    expect(settingsOf(text).models).toEqual({
      default: {
        ...{ model: 'large', baseUrl: null, maxOutputTokens: 8000, answerSeconds: 600, api: 'responses' },
        ...{ price: { in: 2, out: 8, cachedIn: 0.2, reasoningOut: 10 }, fallback: ['small'] },
      },
      small: { model: 'small', baseUrl: null, maxOutputTokens: 8000, price: { in: 1, out: 1 } },
    });
  });

  it('are taken over field by field', () => {
    const text = `
models:
  default: {model: small, base_url: "http://127.0.0.1:8080/v1", price: {in: 0, out: 0.5}, max_output_tokens: 300}
  big: {model: large, price: {in: 3, out: 15}}
budget: {tokens_per_day: 2000, tokens_per_month: 3000, usd_per_day: 0.5, usd_per_month: 5}
bounds: {minutes: 1, setup_minutes: 2, model_calls: 2, attempts: 3, items_per_wake: 4, tokens: 5000, tokens_per_day: 6000,
  usd_per_day: 0.7, usd_per_month: 0.8, open_drafts: 9, changed_files: 10, changed_lines: 11, repeats: 12}
open_drafts: 2
draft: {labels: [a, b c], reviewers: [octocat, acme/docs-team], ready_where_unsupported: true}
commit: {name: Agent Zero, email: a@b.example, prefix: ""}
state_branch: bots/wakeful-state
goals_folder: .github/goals
alerts: {security_releases: false, consecutive_failures: 2, silent_hours: 6, draft_waits_days: 7, open: 3}
protected_paths: [infra/**, "*.lock"]
secret_patterns: ["acme_[a-z0-9]{32}"]
setup_hosts: [registry.example.com]
sandbox: {path: ["~/.cargo/bin"], env: [RUSTUP_HOME]}
log_days: 30
dashboard_issue: false
second_reader: big
`;
    expect(settingsOf(text)).toEqual({
      lines: expect.objectContaining({ budget: 5, 'budget.tokens_per_day': 5, bounds: 6 }),
      models: {
        default: {
          ...{ model: 'small', baseUrl: 'http://127.0.0.1:8080/v1', price: { in: 0, out: 0.5 } },
          maxOutputTokens: 300,
        },
        big: { model: 'large', baseUrl: null, price: { in: 3, out: 15 }, maxOutputTokens: 8000 },
      },
      budget: { tokensPerDay: 2000, tokensPerMonth: 3000, usdPerDay: 0.5, usdPerMonth: 5 },
      bounds: {
        ...{
          minutes: 1,
          setupMinutes: 2,
          modelCalls: 2,
          attempts: 3,
          itemsPerWake: 4,
          tokens: 5000,
          tokensPerDay: 6000,
        },
        ...{
          usdPerDay: 0.7,
          usdPerMonth: 0.8,
          openDrafts: 9,
          changedFiles: 10,
          changedLines: 11,
          repeats: 12,
        },
      },
      openDrafts: 2,
      draft: { labels: ['a', 'b c'], reviewers: ['octocat', 'acme/docs-team'], readyWhereUnsupported: true },
      commit: { name: 'Agent Zero', email: 'a@b.example', prefix: '' },
      stateBranch: 'bots/wakeful-state',
      tellsSecurityReleases: false,
      goalsFolder: '.github/goals',
      alerts: { consecutiveFailures: 2, silentHours: 6, draftWaitsDays: 7, open: 3 },
      protectedPaths: ['infra/**', '*.lock'],
      secretPatterns: ['acme_[a-z0-9]{32}'],
      setupHosts: ['registry.example.com'],
      sandbox: { path: ['~/.cargo/bin'], env: ['RUSTUP_HOME'] },
      logDays: 30,
      dashboardIssue: false,
      secondReader: 'big',
    });
  });

  it.each([
    ['modles: {}', '1:1', 'did you mean `models`?'],
    ['models: {fast: {model: m}}', '1:1', 'does not name a model `default`'],
    ['models: {default: {modle: m}}', '1:20', 'did you mean `model`?'],
    ['models: {default: {}}', '1:10', '`models.default.model` is missing'],
    ['models: {default: {model: m}, "a b": {model: n}}', '1:38', 'is not a name for a model'],
    ['models: {default: {model: m, base_url: "ftp://x"}}', '1:40', 'https:// or http://'],
    ['models: {default: {model: m, base_url: x}}', '1:40', 'not a URL'],
    ['models: {default: {model: m, base_url: "https://u:p@x/v1"}}', '1:40', 'name or a password'],
    ['models: {default: {model: m, base_url: "https://x/v1?key=1"}}', '1:40', 'query or a fragment'],
    ['models: {default: {model: m, price: {in: 1}}}', '1:30', '`models.default.price.out` is missing'],
    ['models: {default: {model: m, price: {in: -1, out: 1}}}', '1:42', 'at least 0'],
    ['models: {default: {model: m, price: {in: .inf, out: 1}}}', '1:42', 'finite number'],
    ['models: {default: {model: m, max_output_tokens: 5}}', '1:49', 'at least 256'],
    ['models: [a]', '1:9', 'must be a mapping of fields, but is a list'],
    ['budget: {tokens_per_day: 1}', '1:26', 'at least 1000'],
    ['models: {default: {model: m, fallback: [x]}}', '1:41', '"x" cannot take its place'],
    ['models: {default: {model: m, fallback: [default]}}', '1:41', '"default" cannot take its place'],
    [
      'models: {default: {model: m, price: {in: 1, out: 1}, fallback: [b]}, b: {model: b}}',
      '1:65',
      '"b" has no price, and the model whose place it takes has one',
    ],
    ['second_reader: carful', '1:16', 'none of the models of this file', 'true, false, or one of: default'],
    ['second_reader: defalt', '1:16', 'none of the models of this file', 'did you mean "default"?'],
    ['second_reader: 5', '1:16', 'must be true, false or a name, but is 5'],
    ['second_reader: [default]', '1:16', 'must be true, false or a name'],
    ['models: {default: {model: m, api: completions}}', '1:35', 'must be one of chat, responses'],
    ['models: {default: {model: m, answer_seconds: 5}}', '1:46', 'at least 10'],
    ['budget: {usd_per_day: 5}', '1:10', 'not every model has a price', 'models.default.price'],
    ['bounds: {usd_per_month: 5}', '1:10', 'not every model has a price'],
    ['bounds: {attempts: 0}', '1:20', 'at least 1'],
    ['bounds: {atempts: 1}', '1:10', 'did you mean `attempts`?'],
    ['open_drafts: 0', '1:14', 'at least 1'],
    ['open_drafts: 1.5', '1:14', 'whole number'],
    ['draft: {labels: [""]}', '1:18', 'must not be empty'],
    ['draft: {labels: ["a,b"]}', '1:18', 'without a comma'],
    ['draft: {reviewers: ["-x"]}', '1:21', 'neither a login nor a team'],
    ['draft: {ready_where_unsupported: 1}', '1:34', 'true'],
    ['commit: {name: "<x>"}', '1:16', 'without < and >'],
    ['commit: {email: x}', '1:17', 'not an e-mail address'],
    ['commit: {prefix: "a\\nb"}', '1:18', 'one line'],
    ['goals_folder: /goals', '1:15', 'not a folder'],
    ['goals_folder: ../goals', '1:15', 'not a folder'],
    ['goals_folder: goals/*', '1:15', 'not a folder'],
    ['goals_folder: state', '1:15', 'used for something else'],
    ['alerts: {silent_hours: 2}', '1:24', 'at least 3'],
    ['alerts: {open: 0}', '1:16', 'at least 1'],
    ['protected_paths: [/x]', '1:19', 'not relative'],
    ['setup_hosts: ["*.example.com"]', '1:15', 'not the name of a host'],
    ['setup_hosts: [127.0.0.1]', '1:15', 'not the name of a host'],
    ['setup_hosts: ["[::1]"]', '1:15', 'not the name of a host'],
    ['setup_hosts: [localhost]', '1:15', 'not the name of a host'],
    ['setup_hosts: ["a.example:443"]', '1:15', 'not the name of a host'],
    ['setup_hosts: ["https://a.example"]', '1:15', 'not the name of a host'],
    ['setup_hosts: [a.0x7f]', '1:15', 'not the name of a host'],
    ['setup_hosts: [A.example]', '1:15', 'not the name of a host'],
    ['sandbox: {path: [bin]}', '1:18', 'is no folder of programs'],
    ['sandbox: {path: ["/"]}', '1:18', 'is no folder of programs'],
    ['sandbox: {path: ["~/"]}', '1:18', 'is no folder of programs'],
    ['sandbox: {path: ["/opt/../root/bin"]}', '1:18', 'is no folder of programs'],
    ['sandbox: {path: ["/opt/a:/root"]}', '1:18', 'is no folder of programs'],
    ['sandbox: {env: [java_home]}', '1:17', 'is not the name of a variable'],
    ['sandbox: {env: [OPENAI_BASE_URL]}', '1:17', 'may hold a secret'],
    ['sandbox: {env: [GITHUB_ENV]}', '1:17', 'may hold a secret'],
    ['sandbox: {env: [NPM_TOKEN]}', '1:17', 'may hold a secret'],
    ['sandbox: {env: [SIGNING_KEY]}', '1:17', 'may hold a secret'],
    ['sandbox: {env: [DB_PASSWORD]}', '1:17', 'may hold a secret'],
    ['sandbox: {env: [LD_PRELOAD]}', '1:17', 'may hold a secret'],
    ['sandbox: {env: [PATH]}', '1:17', 'may hold a secret'],
    ['log_days: 0', '1:11', 'at least 1'],
    ['log_days: "90"', '1:11', 'must be a number, but is the text "90"'],
  ])('are refused: %s', (text, at, ...words) => {
    expectOne(settingsProblems(text), `${FILE}:${at}`, ...words);
  });

  it.each([
    ...[
      'DATABASE_URL',
      'SENTRY_DSN',
      'GH_PAT',
      'HTTPS_PROXY',
      'SLACK_WEBHOOK_URL',
      'RUNNER_TEMP',
      'KUBECONFIG',
    ],
    ...['PIP_INDEX_URL', 'OTEL_EXPORTER_OTLP_HEADERS', 'SESSION_COOKIE', 'DOCKER_CONFIG', 'CODE_SIGN_CERT'],
  ])('hands over no variable that may hold a secret: %s', (name) => {
    expectOne(settingsProblems(`sandbox: {env: [${name}]}`), `${FILE}:1:17`, 'may hold a secret');
  });

  it.each([
    'wakeful',
    'wakeful/state',
    'main',
    'HEAD',
    '/x',
    'x/',
    'a..b',
    'a b',
    'a~1',
    '.x',
    'x.lock',
    'a//b',
    '-x',
    '@',
    'a@{b',
    'x.',
    'refs/heads/x',
  ])('refuse the state branch "%s"', (name) => {
    expectOne(settingsProblems(`state_branch: "${name}"`), `${FILE}:1:15`, 'use e.g. wakeful-state');
  });

  it.each([
    ['[', 'not a regular expression'],
    ['(a', 'not a regular expression'],
    ['', 'must not be empty'],
    ['a*', 'matches the empty text'],
    ['(?=a)b', 'has a lookahead, a lookbehind or a back reference'],
    ['(?<!a)b', 'has a lookahead, a lookbehind or a back reference'],
    ['(a)\\1', 'has a lookahead, a lookbehind or a back reference'],
    ['(?<a>b)\\k<a>', 'has a lookahead, a lookbehind or a back reference'],
    ['(?:a{30}){30}', 'repeats too much'],
    ['a{501}', 'repeats too much'],
    ['a{5000}', 'repeats too much'],
  ])('refuse the secret pattern "%s": %s', (pattern, reason) => {
    expectOne(settingsProblems(`secret_patterns: ['${pattern}']`), `${FILE}:1:19`, reason);
  });

  it.each([
    'acme_[a-z0-9]{32}',
    '(?:live|test)_[A-Za-z]{20,}',
    '[(a+)+]x',
    '\\(a+\\)+',
    '(?<key>k_\\d{8})',
    '(ab){3}c',
    'a{2,3}b+',
    '(a+)+b',
    '(?:a*)*b',
    '([a-z]+){2,}x',
    '((ab)?c)+',
    '((a{1,9}))*x',
    'x(a|aa)+y',
    '\\u00e4[^\\n]+',
    '[A-Za-z0-9+/]{64,100}={0,2}',
  ])('take the secret pattern "%s"', (pattern) => {
    expect(settingsOf(`secret_patterns: ['${pattern}']`).secretPatterns).toEqual([pattern]);
  });

  it('have all their problems reported at once', () => {
    const problems = settingsProblems(
      'open_drafts: 0\nlog_days: 0\nalerts: {opne: 1}\nstate_branch: wakeful/x\n',
    );
    expect(problems.map((problem) => problem.split(': ')[0])).toEqual([
      `${FILE}:1:14`,
      `${FILE}:2:11`,
      `${FILE}:3:10`,
      `${FILE}:4:15`,
    ]);
  });
});

describe('models from the environment', () => {
  it('replace the server and the model of `default` only', () => {
    const settings = settingsOf('models: {default: {model: a}, big: {model: b}}');
    const { models } = withModelOverrides(settings, { baseUrl: 'http://127.0.0.1:1/v1', model: 'mine' });
    expect(models['default']).toMatchObject({ model: 'mine', baseUrl: 'http://127.0.0.1:1/v1' });
    expect(models['big']).toEqual(settings.models['big']);
  });

  it('have no price, because it belongs to the model of the file', () => {
    const changed = (model: string | null) =>
      withModelOverrides(PRICED, { baseUrl: 'http://127.0.0.1:1/v1', model }).models['default']?.price;
    expect([changed('other'), changed('m'), changed(null)]).toEqual([
      null,
      { in: 1, out: 2 },
      { in: 1, out: 2 },
    ]);
  });

  it.each([null, '', '  '])('change nothing when they are %j', (value) => {
    expect(withModelOverrides(DEFAULTS, { baseUrl: value, model: value })).toEqual(DEFAULTS);
  });
});
