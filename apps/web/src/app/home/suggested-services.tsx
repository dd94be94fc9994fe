import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ServiceCards } from '../../catalog/service-cards';
import { HomeServicesDocument } from '../../generated/graphql';
import { Loaded } from '../../ui/loaded';
import { query } from '../query';
import { TextLink } from '../text-link';
import classes from './suggested-services.module.css';

/** A few services to begin with, and the way to all of them. */
export function SuggestedServices() {
  const { t } = useTranslation();
  const asked = useQuery(query(HomeServicesDocument, { filter: { lifecycles: ['LIVE'] }, first: 6 }));
  return (
    <Loaded query={asked}>
      {({ services: { edges, totalCount } }) =>
        edges.length > 0 && (
          <section aria-labelledby="suggested-services">
            <div className={classes.head}>
              <h2 id="suggested-services">{t('app.home.suggested')}</h2>
              <TextLink to="/catalog">{t('app.home.all', { count: totalCount })}</TextLink>
            </div>
            <ServiceCards services={edges.map(({ node }) => node)} label={t('app.home.suggested')} level={3} />
          </section>
        )
      }
    </Loaded>
  );
}
