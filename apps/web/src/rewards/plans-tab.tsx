import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { TextLink } from '../app/text-link';
import { RewardPlansDocument, type RewardPlansQuery } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { formatDay, formatPeriod } from '../ui/format-instant';
import { formatPercent } from '../ui/format-percent';
import { Loaded } from '../ui/loaded';
import { ToneBadge } from '../ui/tone-badge';
import { CalculationBadge } from './calculation-badge';
import '../agreements/words';

type Plan = RewardPlansQuery['rewardPlans'][number];

/** Every plan with the version in force and its newest calculation. */
export function PlansTab({ action }: { action: ReactNode }) {
  const { t } = useTranslation();
  const asked = useQuery(query(RewardPlansDocument, {}));
  return (
    <Loaded query={asked}>
      {({ rewardPlans }) =>
        rewardPlans.length === 0 ? (
          <EmptyState kind="nothingYet" title={t('rewards.noPlans')} action={action}>
            {t('rewards.noPlansWords')}
          </EmptyState>
        ) : (
          <DataTable<Plan>
            label={t('rewards.plans')}
            rows={rewardPlans}
            rowId={({ id }) => id}
            columns={[
              {
                id: 'name',
                header: t('rewards.plan'),
                primary: true,
                sortValue: ({ name }) => name,
                cell: ({ slug, name }) => (
                  <TextLink to="/rewards/$plan" params={{ plan: slug }} fw={550}>
                    {name}
                  </TextLink>
                ),
              },
              {
                id: 'team',
                header: t('people.scopeKind.TEAM'),
                sortValue: ({ team }) => team.name,
                cell: ({ team }) => team.name,
              },
              { id: 'version', header: t('rewards.version'), cell: (plan) => <NewestVersion plan={plan} /> },
              { id: 'calculation', header: t('rewards.newest'), cell: (plan) => <NewestCalculation plan={plan} /> },
            ]}
          />
        )
      }
    </Loaded>
  );
}

function NewestVersion({ plan: { versions, endedAt } }: { plan: Plan }) {
  const { t } = useTranslation();
  if (endedAt) return <ToneBadge tone="warning">{t('providers.ended')}</ToneBadge>;
  const [waiting, approved] = [
    versions.find(({ state }) => state === 'PROPOSED'),
    versions.find(({ state }) => state === 'APPROVED'),
  ];
  return (
    <>
      {approved ? (
        <span className="one-line">
          {t('governance.versionFrom', { number: approved.number, from: formatDay(approved.effectiveFrom) })}
        </span>
      ) : (
        <span className="quiet">{t('agreements.notInForce')}</span>
      )}{' '}
      {waiting && (
        <ToneBadge tone="warning">
          {t(waiting.viewerCanApprove ? 'rewards.versionWaitsForYou' : 'rewards.versionWaits', {
            number: waiting.number,
          })}
        </ToneBadge>
      )}
    </>
  );
}

function NewestCalculation({ plan: { calculations } }: { plan: Plan }) {
  const { t } = useTranslation();
  const [newest] = calculations;
  if (!newest) return <span className="quiet">{t('rewards.notCalculated')}</span>;
  return (
    <span className="one-line figures">
      {formatPeriod(newest.period)} · {formatPercent(newest.factor)} <CalculationBadge state={newest.state} />
    </span>
  );
}
