import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExclusionRowFragment } from '../../generated/graphql';
import { formatInstant } from '../../ui/format-instant';

/** Who acts next, or who decided; never a bare "pending". */
export function ExclusionStanding({ exclusion }: { exclusion: ExclusionRowFragment }) {
  const { t } = useTranslation();
  const { state, proposedBy, proposedAt, decidedBy, decidedAt, decisionReason, bootstrap } = exclusion;
  const values = {
    proposer: proposedBy.name,
    since: formatInstant(proposedAt, { style: 'date' }),
    decider: decidedBy?.name ?? '',
    at: decidedAt ? formatInstant(decidedAt, { style: 'date' }) : '',
  };
  const next = exclusion.viewerCanApprove ? 'you' : exclusion.viewerCanWithdraw ? 'yours' : 'others';
  return (
    <Text size="sm" className="quiet" component="div">
      {state === 'PROPOSED'
        ? t(`performance.exclusions.waits.${next}`, values)
        : t(`performance.exclusions.decided.${state}`, values)}
      {decisionReason && <div>“{decisionReason}”</div>}
      {bootstrap && <div>{t('performance.exclusions.bootstrap')}</div>}
    </Text>
  );
}
