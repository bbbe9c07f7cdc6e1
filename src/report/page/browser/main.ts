/** What the page does where scripts run. Everything that it says stands in the page without them, but for the older lines of the log. */
import { keepAge } from './age.ts';
import { startCharts } from './charts.ts';
import { startLinks } from './links.ts';
import { LogView } from './log-view.ts';
import { startVisits } from './visits.ts';

keepAge();
startCharts();
// A page about an agent that never ran has no log.
if (document.querySelector('#log') !== null) {
  const log = new LogView();
  startVisits(log);
  startLinks(log);
}
