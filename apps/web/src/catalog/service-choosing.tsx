import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { TextLink } from '../app/text-link';
import { ServiceChoosingDocument } from '../generated/graphql';
import { Panel } from '../ui/panel';
import './choosing-words';
import { FavouriteStar } from './favourite-star';
import classes from './service-page.module.css';

/** What helps to choose: whether colleagues use it, what goes well with it, and what hangs on it. */
export function ServiceChoosing({ slug, name }: { slug: string; name: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(query(ServiceChoosingDocument, { slug }));
  const service = data?.service;
  if (!service) return null;
  const { ordersNearby, relatedServices } = service;
  return (
    <Panel title={t('choosing.related')} actions={<FavouriteStar service={{ ...service, name }} />}>
      <ul className={classes.links}>
        {relatedServices.map(({ byOwner, together, service: other }) => (
          <li key={other.id}>
            <TextLink to="/catalog/$slug" params={{ slug: other.slug }}>
              {other.name}
            </TextLink>{' '}
            <small className="quiet">
              {byOwner ? t('choosing.byOwner') : t('choosing.together', { count: together })}
            </small>
          </li>
        ))}
        {ordersNearby > 0 && <li className="quiet">{t('choosing.nearby', { count: ordersNearby })}</li>}
        <li>
          <TextLink to="/catalog/$slug/dependencies" params={{ slug }}>
            {t('choosing.dependencies')}
          </TextLink>
        </li>
        {relatedServices[0] && (
          <li>
            <TextLink
              to="/catalog/compare"
              search={{ v: [slug, ...relatedServices.slice(0, 3).map(({ service: other }) => other.slug)] }}
            >
              {t('choosing.compareThem')}
            </TextLink>
          </li>
        )}
      </ul>
    </Panel>
  );
}
