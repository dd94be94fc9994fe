import { Anchor } from '@mantine/core';
import { IconTrendingDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RiskNote } from '../../ui/risk-note';
import { findingSentence } from './finding-words';
import { useDrift } from './use-drift';
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
  const drift = useDrift(commitmentId);
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
