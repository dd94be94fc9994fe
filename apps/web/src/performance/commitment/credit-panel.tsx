import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CreditFragment } from '../../generated/graphql';
import { formatMoney } from '../../ui/format-money';
import { formatExactPercent } from '../../ui/format-percent';
import { KeyValueList } from '../../ui/key-value-list';
import { Panel } from '../../ui/panel';
import { CreditState } from '../credit-state';
import classes from './credit-panel.module.css';

/** What is owed for the breach, and which rules bent the amount. */
export function CreditPanel({ credit }: { credit: CreditFragment }) {
  const { t } = useTranslation();
  const { percent, charge, amount, capped, belowMinimum, difference } = credit;
  return (
    <Panel title={t('performance.credit.title')} actions={<CreditState state={credit.state} />}>
      <div className={`${classes.amount} figures`}>{amount ? formatMoney(amount) : formatExactPercent(percent)}</div>
      <KeyValueList
        columns={2}
        items={[
          { label: t('performance.credit.percent'), value: formatExactPercent(percent) },
          { label: t('performance.credit.charge'), value: charge && formatMoney(charge) },
          ...(difference && Number(difference.amount) !== 0
            ? [{ label: t('performance.credit.difference'), value: formatMoney(difference) }]
            : []),
        ]}
      />
      {(capped || belowMinimum || !charge) && (
        <Text size="sm" className="quiet" mt="xs">
          {[
            ...(capped ? [t('performance.credit.capped')] : []),
            ...(belowMinimum ? [t('performance.credit.belowMinimum')] : []),
            ...(charge ? [] : [t('performance.credit.noCharge')]),
          ].join(' ')}
        </Text>
      )}
    </Panel>
  );
}
