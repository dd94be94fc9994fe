import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { codeWord } from '../../i18n/code-word';
import { BulletBar } from '../../ui/bullet-bar';
import { formatDuration } from '../../ui/format-duration';
import { formatPeriod } from '../../ui/format-instant';
import { Instant } from '../../ui/instant';
import { KeyValueList } from '../../ui/key-value-list';
import { Panel } from '../../ui/panel';
import { ToneBadge } from '../../ui/tone-badge';
import { ClockCustody } from '../custody/clock-custody';
import { Explanation } from '../explanation';
import type { ShownTicket } from './ticket-page';
import classes from './ticket-page.module.css';

type Clock = ShownTicket['clocks'][number];

/** One promise that the ticket ran under: how much of its time was used, when it was due, and why then. */
export function ClockPanel({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  const { commitment, metric, verdict, targetMs, elapsedMs, dueNear, dueFar, startedAt, stoppedAt, period } = clock;
  const zone = commitment.agreement.timeZone;
  const missed = verdict === 'missed';
  const length = (ms: number) => formatDuration(ms, { days: false });
  const used = t(missed ? 'performance.ticket.late' : 'performance.ticket.used', {
    elapsed: length(elapsedMs),
    target: length(targetMs),
    over: length(elapsedMs - targetMs),
  });
  const params = { service: commitment.service.slug, commitment: commitment.slug };
  return (
    <Panel
      title={`${t(`performance.ticket.metric.${metric}`)}: ${commitment.name}`}
      description={
        <>
          {commitment.agreement.name}
          {period && (
            <>
              {' · '}
              <Anchor
                component={Link}
                underline="always"
                {...({ to: '/commitments/$service/$commitment', params, search: { period } } as object)}
                size="sm"
              >
                {t('performance.ticket.countsIn', { period: formatPeriod(period) })}
              </Anchor>
            </>
          )}
        </>
      }
      actions={
        <ToneBadge tone={missed ? 'bad' : verdict === 'met' ? 'good' : 'accent'}>
          {missed ? '✕ ' : verdict === 'met' ? '✓ ' : ''}
          {codeWord('performance.contribution.verdicts', verdict)}
        </ToneBadge>
      }
    >
      <div className={classes.used}>
        <Text size="sm" className="figures">
          {used}
        </Text>
        <BulletBar
          label={used}
          value={elapsedMs}
          target={targetMs}
          min={0}
          max={Math.max(elapsedMs, targetMs) * 1.1 || 1}
          missed={missed}
        />
      </div>
      <KeyValueList
        columns={2}
        items={[
          { label: t('performance.ticket.started'), value: <Instant at={startedAt} zone={zone} /> },
          {
            label: t('performance.ticket.stopped'),
            value: stoppedAt ? <Instant at={stoppedAt} zone={zone} /> : t('performance.ticket.stillRuns'),
          },
          { label: t('performance.ticket.due', { zone }), value: <Instant at={dueNear} zone={zone} /> },
          {
            label: t('performance.ticket.last'),
            value: dueFar === dueNear ? t('performance.ticket.same') : <Instant at={dueFar} zone={zone} />,
          },
        ]}
      />
      {clock.custody && <ClockCustody custody={clock.custody} zone={zone} />}
      <details className={classes.why} open={missed}>
        <summary>{t('performance.ticket.why')}</summary>
        <Explanation steps={clock.explanation} zone={zone} />
      </details>
    </Panel>
  );
}
