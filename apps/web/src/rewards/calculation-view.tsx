import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { query } from '../app/query';
import { useSession } from '../app/session';
import { TextLink } from '../app/text-link';
import { RewardCalculationDocument } from '../generated/graphql';
import { formatInstant, formatPeriod } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { formatPercent } from '../ui/format-percent';
import { KeyValueList } from '../ui/key-value-list';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import { SimpleTable } from '../ui/simple-table';
import { afterMeasures } from './after-measures';
import { CalculationActions } from './calculation-actions';
import { OutcomeRows } from './outcome-rows';

const Explanation = onDemand(() => import('../performance/explanation').then((module) => module.Explanation));
const NewerRevisions = onDemand(() => import('../governance/newer-revisions').then((module) => module.NewerRevisions));

/** One period: who decides next, the measures, the pool, and what each person gets, for those who may see it. */
export function CalculationView({ id, planId }: { id: string; planId: string }) {
  const { t } = useTranslation();
  const { timeZone: zone } = useSession().enterprise;
  const asked = useQuery(query(RewardCalculationDocument, { id }));
  return (
    <Loaded query={asked}>
      {({ rewardCalculation }) => {
        const calculation = found(rewardCalculation);
        const { period, number, factor, pool, unspent, statements, explanation, newerRevisions, reason } = calculation;
        return (
          <Stack gap="md">
            <NewerRevisions revisions={newerRevisions}>
              {t(calculation.viewerCanRecalculate ? 'rewards.newerCalculationYours' : 'rewards.newerCalculation')}
            </NewerRevisions>
            <Panel
              title={t(number > 1 ? 'rewards.adjustmentOf' : 'rewards.calculationOf', { period: formatPeriod(period) })}
              description={<CalculationStory calculation={calculation} />}
              actions={<CalculationActions calculation={calculation} planId={planId} />}
            >
              <KeyValueList
                columns={3}
                items={[
                  { label: t('rewards.factor'), value: formatPercent(factor) },
                  ...(pool ? [{ label: t('rewards.pool'), value: formatMoney(pool) }] : []),
                  ...(unspent && Number(unspent.amount) !== 0
                    ? [{ label: t('rewards.unspent'), value: formatMoney(unspent) }]
                    : []),
                ]}
              />
              {reason && <Text mt="xs">“{reason}”</Text>}
            </Panel>
            <Panel title={t('rewards.why.measures')} description={t('rewards.why.measuresWords')}>
              <OutcomeRows outcome={calculation} />
            </Panel>
            <Panel title={t('rewards.why.factor')} description={t('rewards.why.factorWords')}>
              <Explanation steps={afterMeasures(explanation)} zone={zone} />
            </Panel>
            {statements && statements.length > 0 && (
              <Panel title={t('rewards.statements')} description={t('rewards.statementsWords')}>
                <SimpleTable
                  label={t('rewards.statements')}
                  head={[t('rewards.person'), t('rewards.days'), t('rewards.amount'), t('rewards.totalSoFar')]}
                  numeric={[1, 2, 3]}
                  rows={statements.map((statement) => [
                    <TextLink key="person" to="/statement/$id" params={{ id: statement.id }} underline="always">
                      {statement.person.name}
                    </TextLink>,
                    statement.days,
                    formatMoney(statement.amount),
                    formatMoney(statement.total),
                  ])}
                />
              </Panel>
            )}
          </Stack>
        );
      }}
    </Loaded>
  );
}

type Story = {
  state: string;
  calculatedBy: { name: string };
  calculatedAt: string;
  decidedBy: { name: string } | null;
  decidedAt: string | null;
  releasedAt: string | null;
  viewerCanApprove: boolean;
  viewerCanRelease: boolean;
  viewerCanRecalculate: boolean;
  newerRevisions: readonly object[];
};

/** Who did what, and who acts next. */
function CalculationStory({ calculation }: { calculation: Story }) {
  const { t } = useTranslation();
  const { state, calculatedBy, calculatedAt, decidedBy, decidedAt, releasedAt } = calculation;
  const on = (instant: string) => formatInstant(instant, { style: 'date' });
  return [
    t('rewards.story.calculated', { name: calculatedBy.name, at: on(calculatedAt) }),
    ...(decidedAt
      ? [
          t(state === 'REFUSED' ? 'rewards.story.refused' : 'rewards.story.approved', {
            name: decidedBy?.name ?? t('people.somebody'),
            at: on(decidedAt),
          }),
        ]
      : []),
    ...(releasedAt ? [t('rewards.story.released', { at: on(releasedAt) })] : []),
    ...waits(calculation).map((words) => t(words)),
  ].join(' ');
}

/** Who acts next: the reward officer where a figure no longer stands, else who approves or releases. */
function waits({ state, newerRevisions, viewerCanRecalculate, viewerCanApprove, viewerCanRelease }: Story) {
  if (state !== 'CALCULATED' && state !== 'APPROVED') return [];
  if (viewerCanRecalculate || viewerCanApprove || viewerCanRelease) return ['governance.waitsForYou'] as const;
  if (newerRevisions.length > 0) return ['rewards.story.waitsRecalculation'] as const;
  return [state === 'CALCULATED' ? 'rewards.story.waitsApproval' : 'rewards.story.waitsRelease'] as const;
}
