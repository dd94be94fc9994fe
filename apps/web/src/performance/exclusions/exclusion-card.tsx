import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ExclusionRowFragment } from '../../generated/graphql';
import { formatDuration } from '../../ui/format-duration';
import { formatInstant } from '../../ui/format-instant';
import { ToneBadge } from '../../ui/tone-badge';
import { wallOf } from '../wall-time';
import { ExclusionActions } from './exclusion-actions';
import { ExclusionEvidence } from './exclusion-evidence';
import { ExclusionStanding } from './exclusion-standing';
import { PeriodEffects } from './period-effects';
import classes from './exclusions-page.module.css';

/** One proposal: what time, why, what it changes, and who acts next. */
export function ExclusionCard({ exclusion }: { exclusion: ExclusionRowFragment }) {
  const { t } = useTranslation();
  const { commitment, from, to, category, reason, evidence, effects } = exclusion;
  const zone = commitment.agreement.timeZone;
  const at = (instant: string) => formatInstant(instant, { zone });
  const period = periodOf(from, zone, commitment.terms.window);
  return (
    <article className={classes.paper}>
      <h2 className={classes.title}>
        <Anchor
          component={Link}
          inherit
          {...({
            to: '/commitments/$service/$commitment',
            params: { service: commitment.service.slug, commitment: commitment.slug },
            search: { period },
          } as object)}
        >
          {commitment.service.name}: {commitment.name}
        </Anchor>
      </h2>
      <Text size="sm" className="quiet figures" mb="sm">
        {at(from)} – {at(to)} · {formatDuration(Date.parse(to) - Date.parse(from))} · {zone}
      </Text>
      <div className={classes.card}>
        <div className={classes.words}>
          <div>
            <ToneBadge>{t(`performance.exclude.category.${category}`)}</ToneBadge>
          </div>
          <Text className={classes.reason}>“{reason}”</Text>
          <ExclusionEvidence evidence={evidence} serviceId={commitment.service.id} />
          <ExclusionStanding exclusion={exclusion} />
        </div>
        <PeriodEffects effects={effects} target={commitment.terms.target} comparator={commitment.terms.comparator} />
        {/* After the effect: on a phone, nobody is asked before they have seen what it changes. */}
        <ExclusionActions exclusion={exclusion} />
      </div>
    </article>
  );
}

/** The period in which an instant lies, at the wall of the commitment. */
function periodOf(instant: string, zone: string, window: 'MONTH' | 'QUARTER'): string {
  const month = wallOf(instant, zone).slice(0, 7);
  return window === 'MONTH' ? month : `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}
