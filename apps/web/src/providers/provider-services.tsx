import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import { LifecycleBadge } from '../catalog/lifecycle-badge';
import type { ServiceLinkFragment } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';

/** The services that a provider delivers. */
export function ProviderServices({ services }: { services: ServiceLinkFragment[] }) {
  const { t } = useTranslation();
  if (services.length === 0) return <EmptyState kind="nothingYet" title={t('providers.noServices')} />;
  return (
    <DataTable
      label={t('app.nav.services')}
      rows={services}
      rowId={({ id }) => id}
      columns={[
        {
          id: 'name',
          header: t('catalog.service'),
          primary: true,
          sortValue: ({ name }) => name,
          cell: ({ slug, name }) => (
            <TextLink to="/catalog/$slug" params={{ slug }} fw={550}>
              {name}
            </TextLink>
          ),
        },
        { id: 'outcome', header: t('catalog.field.outcome'), cell: ({ outcome }) => outcome || '–' },
        {
          id: 'lifecycle',
          header: t('catalog.facet.lifecycle'),
          cell: ({ lifecycle }) => <LifecycleBadge lifecycle={lifecycle} />,
        },
      ]}
    />
  );
}
