import { lazy, Suspense, useState } from 'react';
import { AccountButton } from './account-button';

const load = () => import('./account-menu');
const AccountMenu = lazy(() => load().then((module) => ({ default: module.AccountMenu })));

/** The account in the header. Its menu comes when somebody reaches for it, so that no page waits for it. */
export function Account() {
  const [wanted, setWanted] = useState(false);
  const button = (
    <AccountButton
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    />
  );
  return wanted ? (
    <Suspense fallback={button}>
      <AccountMenu />
    </Suspense>
  ) : (
    button
  );
}
