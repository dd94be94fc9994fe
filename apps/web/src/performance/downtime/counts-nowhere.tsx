import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { JudgedByOutagesDocument } from '../../generated/graphql';
import { isSent } from '../is-fed';

/** Says of the chosen service that no promise on it is judged by outages that people record, before one is recorded. */
export function CountsNowhere() {
  const { t } = useTranslation();
  const serviceId = useWatch<{ serviceId: string }, 'serviceId'>({ name: 'serviceId' });
  const { data } = useQuery({ ...query(JudgedByOutagesDocument, { serviceId }), enabled: serviceId !== '' });
  if (!data || data.commitments.edges.some(({ node }) => !isSent(node.terms))) return null;
  return (
    <Text size="sm" role="status">
      {t('performance.outage.countsNowhere')}
    </Text>
  );
}
