import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContributionBehindQueryVariables, ContributionFragment } from '../../../generated/graphql';
import { codeWord } from '../../../i18n/code-word';
import { i18next } from '../../../i18n/i18n';
import { formatDuration } from '../../../ui/format-duration';
import { formatInstant } from '../../../ui/format-instant';
import { formatNumber } from '../../../ui/format-number';
import { EvidenceLink, type EvidenceContext } from '../../evidence-link';
import { BehindContribution } from './behind-contribution';
import { BehindTicket } from './behind-ticket';
import classes from './tree.module.css';

/** Which contribution of which result. */
export type Place = Omit<ContributionBehindQueryVariables, 'after'>;

type Props = { contribution: ContributionFragment; place: Place; zone: string; context: EvidenceContext };

/** One outage, ticket or count in a line; opens to what it was made of. */
export function ContributionNode({ contribution, place, zone, context }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { evidence } = contribution;
  return (
    <li>
      <details className={classes.node} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>
          <span className="quiet">{codeWord('performance.evidence', evidence.kind)}</span> <b>{evidence.label}</b>{' '}
          <span className="figures">{factsOf(contribution, zone)}</span>
        </summary>
        {opened && (
          <div className={classes.inside}>
            {evidence.kind === 'TICKET' ? (
              <BehindTicket id={evidence.id} place={place} zone={zone} />
            ) : (
              <BehindContribution place={place} zone={zone} />
            )}
            {(evidence.kind === 'OUTAGE' || evidence.kind === 'TICKET') && (
              <p className={classes.link}>
                {t('performance.tree.open')} <EvidenceLink evidence={evidence} context={context} />
              </p>
            )}
          </div>
        )}
      </details>
    </li>
  );
}

function factsOf(
  { evidence, from, to, countedMs, good, total, verdict, notCounted }: ContributionFragment,
  zone: string,
): string {
  const { t } = i18next;
  const at = (instant: string) => formatInstant(instant, { zone });
  const verdictWords = notCounted
    ? codeWord('performance.contribution.notCounted', notCounted)
    : codeWord('performance.contribution.verdicts', verdict);
  const counted = countedMs == null ? [] : [formatDuration(countedMs, { days: false })];
  const sum =
    total == null
      ? []
      : [t('performance.tree.goodOf', { good: formatNumber(good ?? '0'), total: formatNumber(total) })];
  const time =
    evidence.kind === 'TICKET' || !from ? [] : [`${at(from)} – ${to ? at(to) : t('performance.contribution.lasts')}`];
  return [...time, ...counted, ...sum, verdictWords].join(' · ');
}
