import { Anchor } from '@mantine/core';
import { IconTrendingDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { FindingsDocument } from '../../generated/graphql';
import { RiskNote } from '../../ui/risk-note';
import { findingSentence } from './finding-words';
import './words';

/** A commitment that gets slowly worse says so, and when it is missed if it goes on like this. */
export function DriftNote({
  commitmentId,
  serviceId,
  zone,
}: {
  commitmentId: string;
  serviceId: string;
  zone: string;
}) {
  const { t } = useTranslation();
  const found = useQuery(query(FindingsDocument, { kind: 'DRIFT', state: 'OPEN', commitmentId, first: 1 }));
  const drift = found.data?.findings.edges[0]?.node;
  if (!drift) return null;
  return (
    <RiskNote icon={IconTrendingDown}>
      {findingSentence(drift, zone)}{' '}
      <Anchor
        component={Link}
        inherit
        underline="always"
        c="inherit"
        {...({ to: '/commitments/findings', search: { kind: 'DRIFT', service: serviceId } } as object)}
      >
        {t('findings.toFinding')}
      </Anchor>
    </RiskNote>
  );
}
