/** Lines of comments in the workflows of an installation. */
export const WORKFLOW_NOTES = {
  STOP_NOTE: [
    '    # Any value of the variable stops the agent, even `false`. With an environment for the key, a run on another branch gets no key.',
  ],
  EVENTS_NOTE: [
    '  # Events that goals name under `on` stand here. The command `update` adds them, with the condition below that keeps out',
    '  # forks, strangers and the branches of the agent.',
  ],
  RECORD_NOTE:
    'Written by the commands init and update of Wakeful. By this they know what people have changed.',
} as const;
