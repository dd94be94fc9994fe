import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TicketQuery } from '../../generated/graphql';
import { formatDuration } from '../../ui/format-duration';
import { Instant } from '../../ui/instant';
import { SimpleTable } from '../../ui/simple-table';
import { HeldBars } from './held-bars';
import { holderName } from './holder-name';
import classes from './custody.module.css';
import './words';

type Custody = NonNullable<NonNullable<TicketQuery['ticket']>['clocks'][number]['custody']>;

const time = (ms: number) => formatDuration(ms, { days: false });

/** Who had the ticket while the clock ran, and with whom its time ran out. */
export function ClockCustody({ custody, zone }: { custody: Custody; zone: string }) {
  const { t } = useTranslation();
  const { stretches, shares, handovers, ranOutWith } = custody;
  return (
    <section className={classes.custody} aria-label={t('custody.title')}>
      <h3 className={classes.heading}>{t('custody.title')}</h3>
      <Text size="sm">
        {ranOutWith && `${t('custody.ranOut', { holder: holderName(ranOutWith) })} `}
        {t('custody.handovers', { count: handovers })}
      </Text>
      <HeldBars
        label={t('custody.shares')}
        bars={shares.map(({ holder, runningMs }) => ({
          name: holderName(holder),
          value: runningMs,
          words: time(runningMs),
        }))}
      />
      <details className={classes.when}>
        <summary>{t('custody.when')}</summary>
        <SimpleTable
          label={t('custody.when')}
          head={[t('custody.holder'), t('custody.from'), t('custody.to'), t('custody.ran')]}
          rows={stretches.map(({ holder, from, to, runningMs }) => [
            holderName(holder),
            <Instant key="from" at={from} zone={zone} />,
            <Instant key="to" at={to} zone={zone} />,
            time(runningMs),
          ])}
          numeric={[3]}
        />
      </details>
    </section>
  );
}
