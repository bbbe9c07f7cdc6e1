import { goalsFor } from '../../../src/install/goal-texts.ts';
import { installationOf } from '../../../src/install/installation.ts';
import { surveyOf } from '../../../src/install/survey.ts';
import { OWN_RELEASE } from './own-release.ts';

/** The files that an installation adds to a repository with these. */
export async function installedFiles(
  files: Readonly<Record<string, string>>,
  notes = 0,
): Promise<ReadonlyMap<string, string>> {
  const survey = surveyOf(Object.entries(files).map(([path, text]) => ({ path, bytes: text.length })));
  const goals = goalsFor(survey, notes)
    .slice(0, 3)
    .map(({ id }) => id);
  const choices = {
    goals,
    hasApp: false,
    model: 'gpt-5-mini',
    baseUrl: null,
    price: { in: 0.25, out: 2 },
    usdPerMonth: 5,
  };
  const order = { release: OWN_RELEASE, survey, choices, commit: 'a'.repeat(40) };
  return (await installationOf(order, new AbortController().signal)).files;
}
