/** What linters print, as their own documentation shows it. */
import { describe, expect, test } from 'vitest';
import { FINDING_FORMATS, type FindingFormat } from '../../../src/core/goal.ts';
import { withoutRest } from '../../../src/core/text/steps.ts';
import { readFormat } from '../../../src/finders/linters/read-format.ts';

const FOLDER = '/tmp/work/tree';

function read(format: FindingFormat, text: string): readonly string[] | string {
  const reading = withoutRest(readFormat(format, { text, folder: FOLDER }));
  if (reading.kind === 'unreadable') return reading.why;
  return reading.findings.map(
    ({ path, line, column, rule, text: said }) => `${path}:${line}:${column ?? ''} ${rule} ${said}`,
  );
}

/** https://eslint.org/docs/latest/use/formatters/ */
const ESLINT = [
  {
    filePath: `${FOLDER}/fullOfProblems.js`,
    messages: [
      {
        ...{ ruleId: 'no-unused-vars', severity: 2, message: "'addOne' is defined but never used." },
        ...{ line: 1, column: 10, nodeType: 'Identifier', messageId: 'unusedVar', endLine: 1, endColumn: 16 },
      },
      {
        ruleId: null,
        fatal: true,
        severity: 2,
        message: 'Parsing error: Unexpected token',
        line: 5,
        column: 1,
      },
    ],
    ...{ suppressedMessages: [], errorCount: 2, warningCount: 0, fixableErrorCount: 0, source: 'x' },
  },
  { filePath: `${FOLDER}/clean.js`, messages: [], errorCount: 0, usedDeprecatedRules: [] },
];

/** https://docs.astral.sh/ruff/ with --output-format json */
const RUFF = [
  {
    ...{ cell: null, code: 'F401', end_location: { column: 25, row: 3 }, filename: `${FOLDER}/src/lsp.py` },
    fix: {
      applicability: 'safe',
      edits: [{ content: '', end_location: { column: 1, row: 4 }, location: { column: 1, row: 3 } }],
      message: 'Remove unused import: `pathlib.Path`',
    },
    ...{ location: { column: 21, row: 3 }, message: '`pathlib.Path` imported but unused', noqa_row: 3 },
    url: 'https://docs.astral.sh/ruff/rules/unused-import',
  },
  {
    cell: null,
    code: null,
    filename: `${FOLDER}/b.py`,
    location: { column: 1, row: 5 },
    message: 'SyntaxError: Expected an expression',
    fix: null,
    url: null,
  },
];

/** https://github.com/rhysd/actionlint/blob/main/docs/usage.md */
const ACTIONLINT = [
  {
    message: 'unexpected key "branch" for "push" section. expected one of "branches", "tags"',
    ...{ filepath: 'test.yaml', line: 4, column: 5, kind: 'syntax-check', end_column: 11 },
    snippet: '    branch: main\n    ^~~~~~~',
  },
];

const ACTIONLINT_TEXT = `.github/workflows/ci.yml:21:20: property "platform" is not defined in object type {os: string} [expression]
   |
21 |           path: \${{ matrix.platform }}
   |                     ^~~~~~~~~~~~~~~
`;

/** https://github.com/DavidAnson/markdownlint-cli2, both of its default formatter's ages, and its JSON. */
const MARKDOWNLINT_TEXT = `markdownlint-cli2 v0.20.0 (markdownlint v0.40.0)
Finding: **/*.md
Linting: 2 file(s)
Summary: 3 error(s)
dir/about.md:1:3 error MD021/no-multiple-space-closed-atx Multiple spaces inside hashes on closed atx style heading [Context: "# About #"]
dir/about.md:4 error MD032/blanks-around-lists Lists should be surrounded by blank lines [Context: "1. List"]
viewme.md:3:10 MD009/no-trailing-spaces Trailing spaces [Expected: 0 or 2; Actual: 1]
`;
const MARKDOWNLINT = [
  {
    ...{ fileName: 'viewme.md', lineNumber: 3, ruleNames: ['MD009', 'no-trailing-spaces'] },
    ...{ ruleDescription: 'Trailing spaces', ruleInformation: 'https://example.com/md009.md' },
    ...{ errorDetail: 'Expected: 0 or 2; Actual: 1', errorContext: null, errorRange: [10, 1] },
    fixInfo: { editColumn: 10, deleteCount: 1 },
  },
  {
    ...{
      fileName: 'viewme.md',
      lineNumber: 5,
      ruleNames: ['MD012'],
      ruleDescription: 'Multiple blank lines',
    },
    ...{ ruleInformation: null, errorDetail: null, errorContext: null, errorRange: null, fixInfo: null },
  },
];

const TYPESCRIPT = `src/index.ts(21,40): error TS2339: Property 'bold' does not exist on type 'Chalk'.
src/actions.ts(691,20): error TS7006: Parameter 'error' implicitly has an 'any' type.
  The last overload is declared here.
error TS18003: No inputs were found in config file 'tsconfig.json'.
`;
const TYPESCRIPT_PRETTY = `src/index2.ts:1:7 - error TS1000: Unexpected Error.

1 const unexpected_error = unexpected_error;
        ~~~~~~~~~~~~~~~~

Found 1 error in src/index2.ts:1
`;

/** SARIF 2.1.0, as CodeQL and ESLint's formatter write it. */
const SARIF = {
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'CodeQL', rules: [{ id: 'js/unused-local-variable' }] } },
      results: [
        {
          ...{ ruleId: 'js/unused-local-variable', ruleIndex: 0, level: 'warning' },
          message: { text: 'Unused variable foo.' },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'src/my%20file.js', uriBaseId: '%SRCROOT%', index: 0 },
                region: { startLine: 2, startColumn: 7, endColumn: 10 },
              },
            },
          ],
          partialFingerprints: { primaryLocationLineHash: '39fa2ee980eb94b0:1' },
        },
        {
          ...{ rule: { id: 'no-undef', index: 3 }, message: { markdown: '**x** is not defined' } },
          locations: [{ physicalLocation: { artifactLocation: { uri: `file://${FOLDER}/a.js` } } }],
        },
        { ruleId: 'fine', kind: 'pass', message: { text: 'all is well' } },
        { ruleId: 'known', message: { text: 'agreed' }, suppressions: [{ kind: 'inSource' }], locations: [] },
        { ruleId: 'nowhere', message: { text: 'about the whole program' } },
      ],
    },
    { tool: { driver: { name: 'empty' } } },
  ],
};

describe('what linters print is read', () => {
  const cases: readonly (readonly [FindingFormat, string, string, readonly string[]])[] = [
    [
      ...(['eslint', 'JSON', JSON.stringify(ESLINT)] as const),
      [
        "fullOfProblems.js:1:10 no-unused-vars 'addOne' is defined but never used.",
        'fullOfProblems.js:5:1 parse Parsing error: Unexpected token',
      ],
    ],
    [
      ...(['eslint', 'JSON with metadata', JSON.stringify({ results: ESLINT, metadata: {} })] as const),
      [
        "fullOfProblems.js:1:10 no-unused-vars 'addOne' is defined but never used.",
        'fullOfProblems.js:5:1 parse Parsing error: Unexpected token',
      ],
    ],
    [
      ...([
        'eslint',
        'JSON among the words of npm',
        `\n> lint\n> eslint --format json .\n\n${JSON.stringify(ESLINT)}\n\nnpm notice\n`,
      ] as const),
      [
        "fullOfProblems.js:1:10 no-unused-vars 'addOne' is defined but never used.",
        'fullOfProblems.js:5:1 parse Parsing error: Unexpected token',
      ],
    ],
    [
      ...(['ruff', 'JSON', JSON.stringify(RUFF)] as const),
      [
        'src/lsp.py:3:21 F401 `pathlib.Path` imported but unused',
        'b.py:5:1 syntax SyntaxError: Expected an expression',
      ],
    ],
    [
      ...(['actionlint', 'JSON', JSON.stringify(ACTIONLINT)] as const),
      [
        'test.yaml:4:5 syntax-check unexpected key "branch" for "push" section. expected one of "branches", "tags"',
      ],
    ],
    [
      ...(['actionlint', 'text', ACTIONLINT_TEXT] as const),
      [
        '.github/workflows/ci.yml:21:20 expression property "platform" is not defined in object type {os: string}',
      ],
    ],
    [
      ...(['markdownlint', 'text', MARKDOWNLINT_TEXT] as const),
      [
        'dir/about.md:1:3 MD021/no-multiple-space-closed-atx Multiple spaces inside hashes on closed atx style heading [Context: "# About #"]',
        'dir/about.md:4: MD032/blanks-around-lists Lists should be surrounded by blank lines [Context: "1. List"]',
        'viewme.md:3:10 MD009/no-trailing-spaces Trailing spaces [Expected: 0 or 2; Actual: 1]',
      ],
    ],
    [
      ...(['markdownlint', 'JSON', JSON.stringify(MARKDOWNLINT)] as const),
      [
        'viewme.md:3:10 MD009 Trailing spaces [Expected: 0 or 2; Actual: 1]',
        'viewme.md:5: MD012 Multiple blank lines',
      ],
    ],
    [
      ...(['typescript', 'text', TYPESCRIPT] as const),
      [
        "src/index.ts:21:40 TS2339 Property 'bold' does not exist on type 'Chalk'.",
        "src/actions.ts:691:20 TS7006 Parameter 'error' implicitly has an 'any' type.",
      ],
    ],
    [
      ...(['typescript', 'pretty text', TYPESCRIPT_PRETTY] as const),
      ['src/index2.ts:1:7 TS1000 Unexpected Error.'],
    ],
    [
      ...(['sarif', 'JSON', JSON.stringify(SARIF, null, 2)] as const),
      [
        'src/my file.js:2:7 js/unused-local-variable Unused variable foo.',
        'a.js:0: no-undef **x** is not defined',
      ],
    ],
    [
      ...([
        'lines',
        'text',
        'Checking 3 files\nsrc/a.go:3:9: unused variable x\n./b.sh:12: missing quotes\nc:d.txt:1:1: odd name\n2 problems\n',
      ] as const),
      [
        'src/a.go:3:9 finding unused variable x',
        'b.sh:12: finding missing quotes',
        'c:d.txt:1:1 finding odd name',
      ],
    ],
  ];

  test.each(cases)('%s, %s', (format, _, text, expected) => {
    expect(read(format, text)).toEqual(expected);
  });

  test('and each format has a sample', () => {
    expect(new Set(cases.map(([format]) => format))).toEqual(new Set(FINDING_FORMATS));
  });
});

describe('what names no place in the repository', () => {
  test.each([
    '../outside.js:1:1: x',
    '/etc/passwd:1:1: x',
    `${FOLDER}x/a.js:1:1: x`,
    'C:\\work\\a.js:1:1: x',
    'a/../../b.js:1:1: x',
    `${'d/'.repeat(600)}a.js:1:1: x`,
  ])('is no finding: %s', (line) => {
    const reading = withoutRest(readFormat('lines', { text: `${line}\nsrc/ok.js:2:2: y\n`, folder: FOLDER }));
    expect(reading).toMatchObject({ kind: 'findings', findings: [{ path: 'src/ok.js' }] });
  });
});

describe('what is not of the format is told', () => {
  test.each([
    ['eslint', 'Oops! Something went wrong! :(', '"Oops! Something went wrong! :("'],
    ['eslint', '[{"filePath": 3}]', '0.filePath: "Invalid type: Expected string but received 3"'],
    ['sarif', '{"runs": "none"}', 'runs: "Invalid type: Expected Array but received \\"none\\""'],
    ['ruff', '', '""'],
    ['ruff', '[1, 2', '"[1, 2"'],
    ['typescript', '[{"file": "a.ts"}]', '"[{\\"file\\": \\"a.ts\\"}]"'],
    ['markdownlint', 'a.md(3): a problem', '"a.md(3): a problem"'],
    ['actionlint', 'ci.yml:3: no kind', '"ci.yml:3: no kind"'],
    ['lines', 'a.js:12', '"a.js:12"'],
  ] as const)('%s: %s', (format, text, why) => {
    expect(read(format, text)).toBe(why);
  });
});

test.each(['lines', 'actionlint', 'markdownlint', 'typescript'] as const)(
  'words of %s to people are no findings, and no other format',
  (format) => {
    const text = 'Checking 1 file(s)...\n\nAll good! No problems were found.\n  at your service\n';
    expect(read(format, text)).toEqual([]);
  },
);
