import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../app/session';
import type { FacetFragment } from '../../generated/graphql';
import { EmptyState } from '../../ui/empty-state';
import { facetParams, useCommitmentFilters } from './use-commitment-filters';

/** Why there is no commitment to see: none was made yet, or the filters hide all of them. */
export function NoCommitments({ facets }: { facets: FacetFragment[] }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { search, clear } = useCommitmentFilters();
  const filters = [
    ...(search.q ? [`“${search.q}”`] : []),
    ...Object.entries(facetParams).flatMap(([param, facet]) =>
      (search[param as keyof typeof facetParams] ?? []).map((chosen) => {
        const known = facets.find(({ name }) => name === facet)?.values.find(({ value }) => value === chosen);
        const label = t(`performance.commitments.facet.${facet}`);
        return known ? `${label}: ${known.label}` : label;
      }),
    ),
  ];
  if (filters.length > 0) return <EmptyState kind="noResults" filters={[...new Set(filters)]} onClear={clear} />;
  const action = viewer.viewerCanManageAgreements && (
    <Group gap="xs">
      <Button component={Link} to="/agreements">
        {t('performance.commitments.toAgreements')}
      </Button>
      {viewer.viewerCanImport && (
        <Button component={Link} to="/imports" variant="default">
          {t('performance.commitments.toImports')}
        </Button>
      )}
    </Group>
  );
  return (
    <EmptyState kind="nothingYet" title={t('performance.commitments.none')} action={action}>
      {t('performance.commitments.noneWords')}
    </EmptyState>
  );
}
