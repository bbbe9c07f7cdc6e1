/** The agent's own workflows, by their names below `.github/workflows/`. */
export const WAKE_WORKFLOW = 'wake.yml';
export const WATCHDOG_WORKFLOW = 'watchdog.yml';
export const REQUESTS_WORKFLOW = 'requests.yml';
