import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../app/use-today';
import { TextLink } from '../app/text-link';
import { formatDay } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { KeyValueList } from '../ui/key-value-list';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import { PartOf } from './part-of';
import type { SubscriptionOnPage } from './subscription-page';

const OwnerDialog = onDemand(() =>
  import('./subscription-owner-dialog').then((module) => module.SubscriptionOwnerDialog),
);

/** Who has it, who pays and answers for it, what it costs now, and until when. */
export function SubscriptionFacts({ subscription }: { subscription: SubscriptionOnPage }) {
  const { t } = useTranslation();
  const today = useToday();
  const [changing, setChanging] = useState(false);
  const {
    service,
    agreement,
    bundle,
    monthly,
    beneficiary,
    unit,
    owner,
    startedOn,
    renewsOn,
    endsOn,
    boundTo,
    noticeDays,
    viewerCanChangeOwner,
  } = subscription;
  return (
    <Panel
      title={t('orders.subscription.about')}
      actions={
        viewerCanChangeOwner && (
          <Button size="xs" variant="default" onClick={() => setChanging(true)}>
            {t('orders.subscription.changeOwner')}
          </Button>
        )
      }
    >
      <KeyValueList
        columns={2}
        items={[
          { label: t('orders.mine.monthly'), value: <strong className="figures">{formatMoney(monthly)}</strong> },
          { label: t('orders.for'), value: beneficiary.name },
          { label: t('orders.paidBy'), value: unit.name },
          { label: t('orders.subscription.owner'), value: owner.name },
          { label: t('orders.mine.from'), value: formatDay(startedOn) },
          endsOn
            ? { label: t('orders.subscription.endsOn'), value: formatDay(endsOn) }
            : {
                label: t('orders.subscription.renewsOn'),
                value: !renewsOn
                  ? t('orders.subscription.noTerm')
                  : renewsOn > today
                    ? formatDay(renewsOn)
                    : t('orders.subscription.renewalOpen', { day: formatDay(renewsOn) }),
              },
          ...(boundTo
            ? [
                {
                  label: t('orders.subscription.boundTo'),
                  value: t('orders.subscription.bound', { day: formatDay(boundTo) }),
                },
              ]
            : []),
          {
            label: t('orders.subscription.notice'),
            value:
              noticeDays > 0
                ? t('orders.subscription.noticeDays', { count: noticeDays })
                : t('orders.subscription.noNotice'),
          },
          { label: t('orders.subscription.agreement'), value: agreement?.name ?? t('orders.subscription.noAgreement') },
          {
            label: t('orders.service'),
            value: (
              <>
                <TextLink to="/catalog/$slug" params={{ slug: service.slug }}>
                  {service.name}
                </TextLink>{' '}
                <PartOf bundle={bundle} />
              </>
            ),
          },
        ]}
      />
      {changing && <OwnerDialog subscription={subscription} onClose={() => setChanging(false)} />}
    </Panel>
  );
}
