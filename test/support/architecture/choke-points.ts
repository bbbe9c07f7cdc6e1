import ts from 'typescript';
import {
  isWithin,
  moduleOf,
  nodesOf,
  type SourceModule,
  type SourceTree,
  type Violation,
  violationAt,
} from './source-tree.ts';

interface ChokePoint {
  /** The class, interface or type whose members are meant. */
  readonly owner: string;
  readonly declaredIn: readonly string[];
  readonly members: readonly string[];
  /** Who may use them. Implementing them is free. */
  readonly usedIn: readonly string[];
}

const CHOKE_POINTS: readonly ChokePoint[] = [
  { owner: 'ReadyCall', declaredIn: ['agent/tools/tool.ts'], members: ['run'], usedIn: ['agent/gate.ts'] },
  {
    owner: 'ToolDefinition',
    declaredIn: ['agent/tools/tool.ts'],
    members: ['run'],
    usedIn: ['agent/tools/tool.ts'],
  },
  { owner: 'Meter', declaredIn: ['core/money/meter.ts'], members: ['charge'], usedIn: ['agent/asking.ts'] },
  {
    owner: 'StateStore',
    declaredIn: ['ports.ts', 'ports/'],
    members: ['push'],
    usedIn: ['ledger/ledger.ts'],
  },
  {
    owner: 'GitHub',
    declaredIn: ['ports.ts', 'ports/'],
    members: [
      'createDraft',
      'updateDraft',
      'closeDraft',
      'openAlertIssue',
      'updateAlertIssue',
      'closeAlertIssue',
    ],
    usedIn: [
      'wake/outbox/outbox.ts',
      'install/open-proposal.ts',
      'install/take-away.ts',
      'alerts/sync-alerts.ts',
      'alerts/state-branch-alert.ts',
      'adapters/',
      'rehearsal/',
    ],
  },
  {
    owner: 'Issues',
    declaredIn: ['ports/'],
    members: ['comment', 'label', 'open'],
    usedIn: ['wake/outbox/issue-effects.ts', 'dashboard/open-dashboard.ts', 'adapters/', 'rehearsal/'],
  },
  {
    owner: 'Control',
    declaredIn: ['ports/'],
    members: ['setVariable', 'disableWorkflow'],
    usedIn: ['oversight/stop/stop-agent.ts', 'adapters/', 'rehearsal/'],
  },
  {
    owner: 'Control',
    declaredIn: ['ports/'],
    members: ['deleteVariable'],
    usedIn: ['oversight/stop/resume-parts.ts', 'adapters/', 'rehearsal/'],
  },
  {
    owner: 'Control',
    declaredIn: ['ports/'],
    members: ['enableWorkflow'],
    usedIn: [
      'oversight/stop/resume-parts.ts',
      'oversight/watchdog/watchdog-look.ts',
      'adapters/',
      'rehearsal/',
    ],
  },
  {
    owner: 'Control',
    declaredIn: ['ports/'],
    members: ['startWorkflow'],
    usedIn: ['oversight/comments/serve-request.ts', 'adapters/', 'rehearsal/'],
  },
  {
    owner: 'Control',
    declaredIn: ['ports/'],
    members: ['answerComment'],
    usedIn: ['oversight/comments/comment.ts', 'adapters/', 'rehearsal/'],
  },
];

/** Judged by types, not by names: it does not matter what the variable is called, or whether the method is taken out of it first. */
export function findChokePointViolations(tree: SourceTree): readonly Violation[] {
  return tree.modules.flatMap((module) =>
    nodesOf(module.file)
      .filter(isName)
      .flatMap((name) => {
        const points = CHOKE_POINTS.filter(({ members }) => members.includes(name.text));
        const point = points.find((one) =>
          declarationsOf(name, tree).some((found) => isMemberOf(found, one, tree)),
        );
        if (point === undefined || isWithin(module.path, point.usedIn) || isDeclaration(name)) return [];
        const places = point.usedIn.join(', ');
        return [
          violationAt(module, name, `choke point: ${point.owner}.${name.text} is used only in ${places}`),
        ];
      }),
  );
}

/** `x.push`, and `x['push']` as well. */
function isName(node: ts.Node): node is ts.Identifier | ts.StringLiteral {
  return ts.isIdentifier(node) || (ts.isStringLiteral(node) && ts.isElementAccessExpression(node.parent));
}

function declarationsOf(name: ts.Identifier | ts.StringLiteral, tree: SourceTree): readonly ts.Node[] {
  const binding = name.parent;
  if (ts.isBindingElement(binding) && (binding.propertyName ?? binding.name) === name) {
    const member = tree.checker.getTypeAtLocation(binding.parent).getProperty(name.text);
    return member?.declarations ?? [];
  }
  return tree.checker.getSymbolAtLocation(name)?.declarations ?? [];
}

function isMemberOf(member: ts.Node, point: ChokePoint, tree: SourceTree): boolean {
  const module = moduleOf(member, tree);
  return module !== undefined && isWithin(module.path, point.declaredIn) && ownerOf(member) === point.owner;
}

/** The name of the class, interface or type that a member is declared in. */
function ownerOf(member: ts.Node): string | null {
  const owner = ts.isTypeLiteralNode(member.parent) ? member.parent.parent : member.parent;
  const isNamed =
    ts.isInterfaceDeclaration(owner) || ts.isClassDeclaration(owner) || ts.isTypeAliasDeclaration(owner);
  return isNamed ? (owner.name?.text ?? null) : null;
}

function isDeclaration(name: ts.Identifier | ts.StringLiteral): boolean {
  const { parent } = name;
  return (
    (ts.isMethodSignature(parent) || ts.isPropertySignature(parent) || ts.isClassElement(parent)) &&
    parent.name === name
  );
}

/** The choke points whose member is declared nowhere: a rule that watches over nothing. */
export function findIdleChokePoints(tree: SourceTree): readonly string[] {
  const declared = new Set(tree.modules.flatMap((module) => declaredMembers(module)));
  return CHOKE_POINTS.flatMap(({ owner, members }) => members.map((member) => `${owner}.${member}`)).filter(
    (member) => !declared.has(member),
  );
}

function declaredMembers(module: SourceModule): readonly string[] {
  const names = nodesOf(module.file).filter(ts.isIdentifier).filter(isDeclaration);
  const points = CHOKE_POINTS.filter(({ declaredIn }) => isWithin(module.path, declaredIn));
  return names
    .map((name) => ({ owner: ownerOf(name.parent), member: name.text }))
    .filter(({ owner, member }) =>
      points.some((point) => point.owner === owner && point.members.includes(member)),
    )
    .map(({ owner, member }) => `${owner}.${member}`);
}
