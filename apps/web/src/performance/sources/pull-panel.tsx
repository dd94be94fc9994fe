import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PullOfSourceFragment } from '../../generated/graphql';
import { formatDuration } from '../../ui/format-duration';
import { formatInstant } from '../../ui/format-instant';
import { Instant } from '../../ui/instant';
import { KeyValueList } from '../../ui/key-value-list';
import { SimpleTable } from '../../ui/simple-table';
import { PullActions } from './pull-actions';
import { isAhead } from './pull-form';
import classes from './pull-panel.module.css';

/** What one pull asks, how it stands, who acts next, and what came of the last times. */
export function PullPanel({ pull }: { pull: PullOfSourceFragment }) {
  const { t } = useTranslation();
  const { series, service, calendar, address, asked, authorization, person, readTo } = pull;
  const step = asked.stepSeconds ? formatDuration(asked.stepSeconds * 1000) : '';
  return (
    <article className={classes.pull} data-ended={pull.state === 'ENDED' || undefined}>
      <header className={classes.head}>
        <div>
          <h3 className={classes.title}>
            {service?.name ?? calendar?.name}: {series}
          </h3>
          <Text size="sm" c={pull.failures > 0 ? 'var(--bad-ink)' : undefined}>
            <State pull={pull} />
          </Text>
        </div>
        <PullActions pull={pull} />
      </header>
      <KeyValueList
        columns={3}
        items={[
          { label: t('sources.pull.kind'), value: t(`sources.pullKind.${asked.kind}`) },
          { label: t('sources.address'), value: address },
          {
            label: t('sources.question'),
            value: t(`sources.questionWords.${questionOf(asked)}`, { ...asked, step }),
          },
          {
            label: t('sources.authorization'),
            value: `${t(`sources.authorizationOf.${authorization}`)} · ${t('sources.as', { name: person.name })}`,
          },
          ...(isAhead(asked.kind)
            ? []
            : [{ label: t('sources.readTo'), value: <Instant at={readTo} style="dateTimeSeconds" /> }]),
        ]}
      />
      <Attempts attempts={pull.attempts} accepted={t(isAhead(asked.kind) ? 'sources.followed' : 'sources.accepted')} />
    </article>
  );
}

function questionOf({ kind, component, named }: PullOfSourceFragment['asked']) {
  if (kind === 'STATUSPAGE') return component ? (`${kind}_OF` as const) : kind;
  return named && isAhead(kind) ? (`${kind}_OF` as const) : kind;
}

function State({ pull: { state, failures, nextAt, everyMinutes } }: { pull: PullOfSourceFragment }) {
  const { t } = useTranslation();
  if (state === 'ENDED') return t('sources.pullState.ENDED');
  if (state === 'PAUSED' || !nextAt) return t('sources.pullState.PAUSED');
  const at = formatInstant(nextAt);
  if (failures > 0) return t('sources.pullState.failing', { count: failures, at });
  return t('sources.pullState.waiting', { at, every: formatDuration(everyMinutes * 60_000) });
}

function Attempts({ attempts, accepted: followed }: Pick<PullOfSourceFragment, 'attempts'> & { accepted: string }) {
  const { t } = useTranslation();
  if (attempts.length === 0)
    return (
      <Text size="sm" className="quiet">
        {t('sources.noAttempts')}
      </Text>
    );
  return (
    <SimpleTable
      label={t('sources.attempts')}
      head={[
        t('sources.attempt'),
        t('sources.took'),
        followed,
        t('sources.duplicate'),
        t('sources.refused'),
        t('sources.problem'),
      ]}
      numeric={[1, 2, 3, 4]}
      rows={attempts.map(({ at, durationMs, accepted, duplicate, refused, problem }) => [
        <Instant at={at} style="dateTimeSeconds" />,
        formatDuration(durationMs),
        accepted,
        duplicate,
        refused,
        problem ?? '–',
      ])}
    />
  );
}
