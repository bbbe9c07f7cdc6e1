/** What the linters and tests of the cases say. Each is a function over the files: nothing that a model wrote is ever run. */
import type { CommandOutcome, EvaluationCase, Files } from '../case.ts';

type Commands = NonNullable<EvaluationCase['commands']>;

/** `setup` of recipes that install packages. */
export const INSTALLED: Commands = { 'npm ci': () => ({ exitCode: 0, output: 'added 1 package\n' }) };

/** Tests that pass as long as this holds. */
export function passing(isRight: (files: Files) => boolean): (files: Files) => CommandOutcome {
  return (files) =>
    isRight(files)
      ? { exitCode: 0, output: 'ok\n' }
      : { exitCode: 1, output: 'FAIL: what is exported is gone\n' };
}

interface Place {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly text: string;
}

interface LintRule {
  readonly rule: string;
  readonly text: string;
  readonly finds: RegExp;
}

function places(files: Files, ending: RegExp, rules: readonly LintRule[]): readonly Place[] {
  return Object.entries(files).flatMap(([path, text]) => {
    if (!ending.test(path) || text.includes('/* eslint-disable */\n')) return [];
    return text
      .split('\n')
      .flatMap((line, at) =>
        rules
          .filter(({ finds }) => finds.test(line) && !line.trimStart().startsWith('//'))
          .map(({ rule, text: words }) => ({ path, line: at + 1, rule, text: words })),
      );
  });
}

function printed(found: readonly Place[], output: string): CommandOutcome {
  return { exitCode: found.length > 0 ? 1 : 0, output };
}

const ESLINT_RULES: readonly LintRule[] = [
  { rule: 'no-var', text: 'Unexpected var, use let or const instead.', finds: /^\s*var\s/ },
  { rule: 'eqeqeq', text: "Expected '===' and instead saw '=='.", finds: /[^=!<>]==[^=]/ },
];

export const ESLINT: Commands = {
  'npx eslint --format json .': (files) => {
    const found = places(files, /^src\/.*\.js$/, ESLINT_RULES);
    const byFile = Map.groupBy(found, ({ path }) => path);
    const report = [...byFile].map(([filePath, each]) => ({
      filePath,
      messages: each.map(({ line, rule, text }) => ({
        ruleId: rule,
        message: text,
        line,
        column: 1,
        severity: 2,
      })),
    }));
    return printed(found, JSON.stringify(report));
  },
};

export const RUFF: Commands = {
  'ruff check --output-format json .': (files) => {
    const found = Object.entries(files).flatMap(([path, text]) =>
      path.endsWith('.py') ? unusedImports(path, text) : [],
    );
    const report = found.map(({ path, line, rule, text }) => ({
      filename: path,
      code: rule,
      message: text,
      location: { row: line, column: 1 },
    }));
    return printed(found, JSON.stringify(report));
  },
};

function unusedImports(path: string, text: string): readonly Place[] {
  return text.split('\n').flatMap((line, at) => {
    const name = /^import (\w+)$/.exec(line)?.[1];
    if (name === undefined || text.includes(`${name}.`)) return [];
    return [{ path, line: at + 1, rule: 'F401', text: `\`${name}\` imported but unused` }];
  });
}

export const GO_VET: Commands = {
  'go vet ./... 2>&1': (files) => {
    const found = places(files, /\.go$/, [
      {
        rule: 'printf',
        text: 'fmt.Printf format %s has arg n of wrong type int',
        finds: /Printf\("[^"]*%s[^"]*", n\)/,
      },
    ]);
    return printed(found, found.map(({ path, line, text }) => `./${path}:${line}:20: ${text}\n`).join(''));
  },
};

export const MARKDOWN_LINT: Commands = {
  "npx markdownlint-cli2 '**/*.md' 2>&1": (files) => {
    const found = Object.entries(files).flatMap(([path, text]) =>
      path.endsWith('.md') ? jumps(path, text) : [],
    );
    const lines = found.map(({ path, line, rule, text }) => `${path}:${line} error ${rule} ${text}\n`);
    return printed(found, lines.join(''));
  },
};

function jumps(path: string, text: string): readonly Place[] {
  let level = 1;
  return text.split('\n').flatMap((line, at) => {
    const depth = /^(#+) /.exec(line)?.[1]?.length;
    if (depth === undefined) return [];
    const isJump = depth > level + 1;
    level = depth;
    const words = 'Heading levels should only increment by one level at a time';
    return isJump ? [{ path, line: at + 1, rule: 'MD001/heading-increment', text: words }] : [];
  });
}

export const COMPILER: Commands = {
  'npx tsc --noEmit --strict --pretty false': (files) => {
    const found = places(files, /\.ts$/, [
      {
        rule: 'TS7006',
        text: "Parameter implicitly has an 'any' type.",
        finds: /function \w+\(\w+(?:, \w+)*\)/,
      },
      {
        rule: 'TS7005',
        text: "Variable implicitly has an 'any[]' type.",
        finds: /(?:let|const) \w+ = \[\];/,
      },
    ]);
    const lines = found.map(({ path, line, rule, text }) => `${path}(${line},1): error ${rule}: ${text}\n`);
    return printed(found, lines.join(''));
  },
};
