import { useMemo, type ReactNode } from 'react';
import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import type { ServiceCardFragment } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { leadPrice } from './price-words';
import { PromiseSummary } from './promise-summary';
import classes from './service-list.module.css';

/** The same services as rows, for comparing. */
export function ServiceTable({ services, footer }: { services: ServiceCardFragment[]; footer?: ReactNode }) {
  const { t } = useTranslation();
  const columns = useMemo(
    (): Column<ServiceCardFragment>[] => [
      {
        id: 'name',
        header: t('catalog.service'),
        primary: true,
        cell: ({ slug, name, outcome }) => (
          <div className={classes.tableName}>
            <TextLink to="/catalog/$slug" params={{ slug }} fw={550}>
              {name}
            </TextLink>
            <div className="quiet">{outcome}</div>
          </div>
        ),
      },
      { id: 'line', header: t('catalog.facet.line'), cell: ({ lineOfService }) => t(`catalog.line.${lineOfService}`) },
      { id: 'archetype', header: t('catalog.facet.archetype'), cell: ({ archetype }) => archetype?.name ?? '–' },
      { id: 'provider', header: t('catalog.facet.provider'), cell: ({ provider }) => provider?.name ?? '–' },
      {
        id: 'price',
        header: t('catalog.price.title'),
        cell: ({ plans, viewerCanSeePrices }) =>
          viewerCanSeePrices ? (leadPrice(plans) ?? '–') : t('catalog.price.hidden'),
      },
      {
        id: 'promise',
        header: t('catalog.promise.title'),
        cell: ({ commitments }) => <PromiseSummary commitments={commitments} />,
      },
    ],
    [t],
  );
  return (
    <DataTable label={t('app.nav.catalog')} columns={columns} rows={services} rowId={({ id }) => id} footer={footer} />
  );
}
