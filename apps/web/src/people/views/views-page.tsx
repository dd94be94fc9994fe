import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { SavedViewsDocument } from '../../generated/graphql';
import { EmptyState } from '../../ui/empty-state';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { ViewRow } from './view-row';
import classes from './views.module.css';
import './words';

/** Which screens do I, and those I work with, come back to? */
export function ViewsPage() {
  const { t } = useTranslation();
  const asked = useQuery(query(SavedViewsDocument, {}));
  return (
    <>
      <PageHeader title={t('views.title')} subtitle={t('views.subtitle')} />
      <Loaded query={asked}>
        {({ savedViews }) =>
          savedViews.length === 0 ? (
            <EmptyState kind="nothingYet" title={t('views.none')}>
              {t('views.noneWords')}
            </EmptyState>
          ) : (
            <ul className={classes.views} aria-label={t('views.list')}>
              {savedViews.map((view) => (
                <ViewRow key={view.id} view={view} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
