import { useEffect, useState } from 'preact/hooks';
import { addressText, type PageAddress, readAddress } from '../pages/address.ts';
import { TabLinks } from '../pages/tab-links.tsx';
import { BreakItYourself } from './break-it-yourself/break-it-yourself.tsx';
import { CrashNow } from './crash-now/crash-now.tsx';
import { OneMoreRefinement } from './one-more-refinement/one-more-refinement.tsx';
import type { DemonstrationProps } from './playback/playback.tsx';
import { TABS, type TabId } from './tabs.ts';
import { WhileYouWereAway } from './while-you-were-away/while-you-were-away.tsx';
import { WhoStartsIt } from './who-starts-it/who-starts-it.tsx';

const SHOWN: Readonly<Record<TabId, (props: DemonstrationProps) => preact.ComponentChild>> = {
  'who-starts-it': WhoStartsIt,
  'while-you-were-away': WhileYouWereAway,
  'one-more-refinement': OneMoreRefinement,
  'crash-now': CrashNow,
  'break-it-yourself': BreakItYourself,
};

/** The whole page. Which tab is shown, and with which settings, stands in the address. */
export function Demonstrations() {
  const [address, setAddress] = useState<PageAddress>(() => readAddress(location.hash));
  useEffect(() => {
    const follow = (): void => setAddress(readAddress(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const tab = TABS.find(({ id }) => id === address.tab) ?? TABS[0];
  const set = (name: string, value: string | null): void =>
    setAddress(({ settings }) => {
      const { [name]: _, ...rest } = settings;
      const next = { tab: tab.id, settings: value === null ? rest : { ...rest, [name]: value } };
      history.replaceState(null, '', addressText(next));
      return next;
    });
  const Shown = SHOWN[tab.id];
  return (
    <>
      <TabLinks label="Demonstrations" tabs={TABS} current={tab.id} />
      <h2>{tab.name}</h2>
      <p class="lead">{tab.invitation}</p>
      <Shown key={tab.id} settings={address.settings} set={set} />
    </>
  );
}
