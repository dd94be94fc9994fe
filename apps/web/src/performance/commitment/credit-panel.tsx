import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CreditFragment } from '../../generated/graphql';
import { formatMoney } from '../../ui/format-money';
import { formatExactPercent } from '../../ui/format-percent';
import { KeyValueList } from '../../ui/key-value-list';
import { Panel } from '../../ui/panel';
import { TextLink } from '../../app/text-link';
import { ClaimStateBadge } from '../claims/claim-words';
import '../claims/words';
import { CreditState } from '../credit-state';
import classes from './credit-panel.module.css';

/** What is owed for the breach, beside the other credits of its claim, and which rules bent the amount. */
export function CreditPanel({ credit }: { credit: CreditFragment }) {
  const { t } = useTranslation();
  const { percent, charge, amount, capped, belowMinimum, difference, owed, claim } = credit;
  const shown = owed ?? amount;
  return (
    <Panel title={t('performance.credit.title')} actions={<CreditState state={credit.state} />}>
      <div className={`${classes.amount} figures`}>{shown ? formatMoney(shown) : formatExactPercent(percent)}</div>
      <KeyValueList
        columns={2}
        items={[
          { label: t('performance.credit.percent'), value: formatExactPercent(percent) },
          { label: t('performance.credit.charge'), value: charge && formatMoney(charge) },
          ...(owed && amount && owed.amount !== amount.amount
            ? [{ label: t('performance.credit.alone'), value: formatMoney(amount) }]
            : []),
          ...(claim
            ? [
                {
                  label: t('performance.credit.claim'),
                  value: (
                    <TextLink to="/claims/$id" params={{ id: claim.id }}>
                      <ClaimStateBadge state={claim.state} />
                    </TextLink>
                  ),
                },
              ]
            : []),
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
