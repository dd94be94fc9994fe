import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/panel';
import type { Draft } from './draft-panel';
import classes from './offer.module.css';
import { PriceChanges } from './price-changes';

/** What publishing the draft would change of what is live, and whom that touches. */
export function DraftChanges({ draft: { diff, priceChanges } }: { draft: Draft }) {
  const { t } = useTranslation();
  return (
    <>
      <Panel title={t('catalog.offer.changes')}>
        {diff.length === 0 ? (
          <p className="quiet">{t('catalog.offer.nothing')}</p>
        ) : (
          <ul className={classes.changes}>
            {diff.map(({ path, sentence }) => (
              <li key={path.join('.')}>{sentence}</li>
            ))}
          </ul>
        )}
      </Panel>
      {priceChanges.length > 0 && <PriceChanges changes={priceChanges} />}
    </>
  );
}
