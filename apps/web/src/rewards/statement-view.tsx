import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { query } from '../app/query';
import { useSession, useViewer } from '../app/session';
import { StatementDocument } from '../generated/graphql';
import { formatInstant, formatPeriod } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { formatPercent } from '../ui/format-percent';
import { KeyValueList } from '../ui/key-value-list';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import { Timeline } from '../ui/timeline';
import { afterMeasures } from './after-measures';
import { OutcomeRows } from './outcome-rows';
import classes from './statement-view.module.css';

const Explanation = onDemand(() => import('../performance/explanation').then((module) => module.Explanation));
const NewerRevisions = onDemand(() => import('../governance/newer-revisions').then((module) => module.NewerRevisions));

/** What a statement pays and why: the measures, the factor, the share, each with its steps and the way to its result. */
export function StatementView({ id }: { id: string }) {
  const { t } = useTranslation();
  const { timeZone: zone } = useSession().enterprise;
  const viewer = useViewer();
  const asked = useQuery(query(StatementDocument, { id }));
  return (
    <Loaded query={asked}>
      {({ rewardStatement }) => {
        const { amount, total, days, person, calculation, explanation, entries, newerRevisions } =
          found(rewardStatement);
        const { period, number, plan, releasedAt, reason } = calculation;
        return (
          <Stack gap="md">
            <NewerRevisions revisions={newerRevisions}>{t('rewards.newerStatement')}</NewerRevisions>
            <Panel
              title={t(number > 1 ? 'rewards.adjustmentOf' : 'rewards.statementOf', { period: formatPeriod(period) })}
              description={`${plan.name} · ${plan.team.name}`}
            >
              <div className={`${classes.amount} figures`}>{formatMoney(amount)}</div>
              <KeyValueList
                columns={3}
                items={[
                  ...(person.id === viewer.person.id ? [] : [{ label: t('rewards.person'), value: person.name }]),
                  { label: t('rewards.factor'), value: formatPercent(calculation.factor) },
                  { label: t('rewards.days'), value: days },
                  ...(number > 1 ? [{ label: t('rewards.totalSoFar'), value: formatMoney(total) }] : []),
                  {
                    label: t('rewards.released'),
                    value: releasedAt ? formatInstant(releasedAt, { style: 'date' }) : t('rewards.notReleased'),
                  },
                ]}
              />
              {reason && <Text mt="xs">“{reason}”</Text>}
            </Panel>
            <Panel title={t('rewards.why.measures')} description={t('rewards.why.measuresWords')}>
              <OutcomeRows outcome={calculation} />
            </Panel>
            <Panel title={t('rewards.why.share')} description={t('rewards.why.shareWords')}>
              <Explanation steps={afterMeasures(explanation)} zone={zone} />
            </Panel>
            <Panel title={t('rewards.ledger')} description={t('rewards.ledgerWords')}>
              <Timeline
                entries={entries.map((entry) => ({
                  id: entry.id,
                  at: entry.at,
                  title: (
                    <>
                      {t(`rewards.entry.${entry.kind}`)}{' '}
                      <strong className="figures">{formatMoney(entry.amount)}</strong>
                    </>
                  ),
                  body: entry.reason && `“${entry.reason}”`,
                }))}
              />
            </Panel>
          </Stack>
        );
      }}
    </Loaded>
  );
}
