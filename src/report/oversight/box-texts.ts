/** What the person who ticks a box of the dashboard is told, or why nobody is. */
export const BOX_TEXTS = {
  reason: (issue: number) => `a box of the dashboard, issue #${issue}`,
  /** The reason of a stop. */
  stopReason: (by: string) => `${by} ticked the box in the dashboard`,
  somebody: 'somebody',
  lost: 'The job that carries it out has not done so. Tick the box again, or look at the page Actions.',
  unreadable: (why: string) => `The edit of the issue cannot be read: ${why}`,
  notEdited: (action: string) => `The issue was not edited, but ${action}.`,
  noEditor: 'The account that edited the issue no longer exists.',
  bot: (editor: string) => `${editor} is a bot, and bots tick no boxes.`,
  noTick: 'No box was newly ticked.',
  notDashboard: (issue: number) => `Issue #${issue} is not the dashboard of the agent.`,
  permissionHidden: (editor: string) =>
    `What ${editor} may do here cannot be seen, so nothing was done, and the box loses its tick.`,
  mayNotWrite: (editor: string) =>
    `${editor} may not write in the repository, so nothing was done, and the box loses its tick.`,
  tooLate:
    'The repository could not be reached in time. Look whether it was done, and tick the box again if not.',
  notAnswered: (why: string) => `The dashboard could not be brought up to date: ${why}`,
  /** For the commit message. */
  answered: (by: string) => `answer the boxes that ${by} ticked`,
} as const;
