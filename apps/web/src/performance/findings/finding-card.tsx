import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FindingRowFragment } from '../../generated/graphql';
import { Instant } from '../../ui/instant';
import { ToneBadge } from '../../ui/tone-badge';
import { DriftTrend } from './drift-trend';
import { findingSentence } from './finding-words';
import classes from './findings-page.module.css';

const SHOWN_SERVICES = 5;

/** What was found, about what, since when, and which services it concerns. */
export function FindingCard({ finding }: { finding: FindingRowFragment }) {
  const { t } = useTranslation();
  const { kind, subject, trend, services, openedAt, endedAt } = finding;
  const others = services.length - SHOWN_SERVICES;
  const named = services.slice(0, SHOWN_SERVICES).map(({ name }) => name);
  return (
    <article className={classes.paper}>
      <div className={classes.head}>
        <h2 className={classes.title}>
          {subject?.path ? (
            <Anchor component={Link} inherit to={subject.path}>
              {subject.name}
            </Anchor>
          ) : (
            subject?.name
          )}
        </h2>
        <ToneBadge tone={endedAt ? 'neutral' : 'warning'}>{t(`findings.kind.${kind}`)}</ToneBadge>
      </div>
      <Text className={classes.words}>{findingSentence(finding)}</Text>
      {trend && (
        <div className={classes.trend}>
          <DriftTrend finding={finding} trend={trend} />
        </div>
      )}
      <Text size="sm" className="quiet">
        {t('findings.found')} <Instant at={openedAt} />
        {endedAt && (
          <>
            {' · '}
            {t('findings.ended')} <Instant at={endedAt} />
          </>
        )}
        {' · '}
        {t('findings.concerns', { services: named.join(', ') })}
        {others > 0 && ` ${t('findings.others', { count: others })}`}
      </Text>
    </article>
  );
}
