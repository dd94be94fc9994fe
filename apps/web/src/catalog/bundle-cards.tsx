import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { BundlesDocument } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { ToneBadge } from '../ui/tone-badge';
import { bundlePriceWords } from './bundle-price';
import { BundleStar } from './bundle-star';
import './bundle-words';
import classes from './service-list.module.css';

type Props = {
  search: string | undefined;
  /** Only what one marked. */
  marked: boolean;
  /** They are all there is to see, so one is told when there is none. */
  alone: boolean;
};

/** What is ordered together, as far as the words of the search are found in it. */
export function BundleCards({ search, marked, alone }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(query(BundlesDocument, { search, favourites: marked }));
  const bundles = data?.bundles ?? [];
  if (bundles.length === 0)
    return alone && data ? (
      <EmptyState kind="nothingYet" title={t('catalog.none.forWords', { words: search ?? t('bundles.many') })}>
        {t('catalog.none.tryOther')}
      </EmptyState>
    ) : null;
  return (
    <ul className={classes.cards} aria-label={t('bundles.many')}>
      {bundles.map(({ id, slug, name, outcome, parts, cost, viewerFavourite }) => (
        <li key={id} data-row className={classes.card} data-bundle>
          <h2 className={classes.name}>
            <Link to="/catalog/bundles/$slug" params={{ slug }}>
              {name}
            </Link>
          </h2>
          <div className={classes.outcome}>{outcome}</div>
          <div className={classes.badges}>
            <ToneBadge tone="accent">{t('bundles.title')}</ToneBadge>
            <span className="quiet">{parts.map(({ service }) => service.name).join(' · ')}</span>
          </div>
          <div className={classes.foot}>
            <span>{bundlePriceWords({ cost, parts })}</span>
            <span className="quiet">{t('bundles.parts', { count: parts.length })}</span>
          </div>
          <div className={classes.tools}>
            <BundleStar bundle={{ id, name, viewerFavourite }} />
          </div>
        </li>
      ))}
    </ul>
  );
}
