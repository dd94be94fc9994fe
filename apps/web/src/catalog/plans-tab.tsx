import { Button, Group, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { EndPlanDocument, type ManagedPlanFragment } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import { ToneBadge } from '../ui/tone-badge';
import { deliveryWords } from './delivery-words';
import type { ManagedService } from './manage-service-page';
import { priceWords } from './price-words';
import classes from './service-page.module.css';

const PlanDialog = onDemand(() => import('./plan-dialog').then((module) => module.PlanDialog));

/** The ways to buy the service; each names the SLA whose promises come with it. */
export function PlansTab({ service }: { service: ManagedService }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<ManagedPlanFragment | 'new' | null>(null);
  const [ending, setEnding] = useState<ManagedPlanFragment | null>(null);
  const end = useAct(EndPlanDocument, { done: t('catalog.plan.ended') });
  const mayAdd = service.lifecycle !== 'RETIRING' && service.lifecycle !== 'RETIRED';
  const add = mayAdd && (
    <Button leftSection={<IconPlus size={16} />} size="xs" onClick={() => setEditing('new')}>
      {t('catalog.plan.add')}
    </Button>
  );
  return (
    <Stack gap="md">
      {service.plans.length === 0 ? (
        <EmptyState kind="nothingYet" title={t('catalog.plan.none')} action={add}>
          {t('catalog.plan.noneWords')}
        </EmptyState>
      ) : (
        <div>{add}</div>
      )}
      {service.plans.map((plan) => (
        <Panel
          key={plan.id}
          title={
            <Group gap="xs">
              {plan.name} {plan.endedAt && <ToneBadge>{t('catalog.plan.over')}</ToneBadge>}
            </Group>
          }
          description={plan.description}
          actions={
            !plan.endedAt && (
              <>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('catalog.plan.changeTitle', { name: plan.name })}
                  onClick={() => setEditing(plan)}
                >
                  {t('people.person.change')}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('catalog.plan.endTitle', { name: plan.name })}
                  onClick={() => setEnding(plan)}
                >
                  {t('people.person.end')}
                </Button>
              </>
            )
          }
        >
          <dl className={classes.prices}>
            {plan.prices.map((price) => (
              <div key={price.id}>
                <dt>{price.label}</dt>
                <dd className="figures">{priceWords(price, plan.currency)}</dd>
              </div>
            ))}
          </dl>
          {plan.prices.length === 0 && <p className="quiet">{t('catalog.price.free')}</p>}
          <p className={classes.delivery}>
            {plan.delivery ? deliveryWords(plan.delivery) : t('catalog.delivery.nothing')}
          </p>
          {plan.agreement ? (
            <span>
              {t('catalog.plan.promisesOf')}{' '}
              <TextLink to="/agreements/$slug" params={{ slug: plan.agreement.slug }} underline="always">
                {plan.agreement.name}
              </TextLink>
              {!plan.agreement.current && ` (${t('catalog.plan.notInForce')})`}
            </span>
          ) : (
            <span className="quiet">{t('catalog.plan.noAgreement')}</span>
          )}
        </Panel>
      ))}
      {editing && (
        <PlanDialog service={service} plan={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
      {ending && (
        <ConfirmDialog
          opened
          onClose={() => setEnding(null)}
          title={t('catalog.plan.endTitle', { name: ending.name })}
          confirm={t('people.person.end')}
          danger
          withReason
          onConfirm={(reason) => end.mutateAsync({ id: ending.id, reason })}
        >
          {t('catalog.plan.endWords')}
        </ConfirmDialog>
      )}
    </Stack>
  );
}
