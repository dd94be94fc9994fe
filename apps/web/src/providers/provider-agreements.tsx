import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { formatDay } from '../ui/format-instant';
import { ToneBadge } from '../ui/tone-badge';
import type { ProviderOnPage } from './provider-page';
import '../agreements/words';

/** What is agreed with a provider. */
export function ProviderAgreements({ agreements }: Pick<ProviderOnPage, 'agreements'>) {
  const { t } = useTranslation();
  if (agreements.length === 0) return <EmptyState kind="nothingYet" title={t('providers.noAgreements')} />;
  return (
    <DataTable
      label={t('app.nav.agreements')}
      rows={agreements}
      rowId={({ id }) => id}
      columns={[
        {
          id: 'name',
          header: t('agreements.agreement'),
          primary: true,
          sortValue: ({ name }) => name,
          cell: ({ slug, name }) => (
            <TextLink to="/agreements/$slug" params={{ slug }} fw={550}>
              {name}
            </TextLink>
          ),
        },
        { id: 'kind', header: t('providers.kindOf'), cell: ({ kind }) => t(`agreements.kindLong.${kind}`) },
        {
          id: 'inForce',
          header: t('people.standing.IN_FORCE'),
          cell: ({ current, endedOn }) =>
            endedOn ? (
              <ToneBadge>{t('agreements.endedOn', { on: formatDay(endedOn) })}</ToneBadge>
            ) : current ? (
              <span className="one-line">
                {t('agreements.versionSince', { number: current.number, from: formatDay(current.effectiveFrom) })}
              </span>
            ) : (
              <span className="quiet">{t('agreements.notInForce')}</span>
            ),
        },
      ]}
    />
  );
}
