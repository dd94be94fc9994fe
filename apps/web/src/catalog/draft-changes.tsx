import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/panel';
import type { Draft } from './draft-panel';
import classes from './offer.module.css';
import { PriceChanges } from './price-changes';

/** Longer texts stand beside the sentence. */
const LONG = 300;

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
            {diff.map(({ path, before, after, sentence }) => (
              <li key={path.join('.')}>
                {sentence}
                {[before, after].some((text) => text !== null && text.length > LONG) && (
                  <dl className={classes.rewritten}>
                    <dt>{t('catalog.words.before')}</dt>
                    <dd>{before ?? '–'}</dd>
                    <dt>{t('catalog.words.after')}</dt>
                    <dd>{after ?? '–'}</dd>
                  </dl>
                )}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {priceChanges.length > 0 && <PriceChanges changes={priceChanges} />}
    </>
  );
}
