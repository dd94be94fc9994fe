import { audienceInWords, type Entitlement } from '@accord/domain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { BusinessUnitsDocument } from '../generated/graphql';

/** Who sees and who orders, in a sentence each; nothing where everybody does. */
export function OfferEntitlement({ entitlement: { see, order } }: { entitlement: Entitlement }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    ...query(BusinessUnitsDocument, {}),
    enabled: see !== 'everybody' || order !== 'requesters',
  });
  const names = new Map((data?.businessUnits ?? []).map(({ slug, name }) => [slug, name]));
  return (
    <>
      {typeof see !== 'string' && (
        <p className="quiet">{t('catalog.entitlement.seen', { whom: audienceInWords(see, names) })}</p>
      )}
      {typeof order !== 'string' && (
        <p className="quiet">{t('catalog.entitlement.ordered', { whom: audienceInWords(order, names) })}</p>
      )}
    </>
  );
}
