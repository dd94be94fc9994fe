import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../ui/format-instant';
import { formatMoney } from '../../ui/format-money';
import { formatPercent } from '../../ui/format-percent';
import { Panel } from '../../ui/panel';
import { Timeline, type TimelineEntry } from '../../ui/timeline';
import { ToneBadge } from '../../ui/tone-badge';
import { VerdictBadge } from '../../ui/verdict-badge';
import { points } from '../amount';
import type { Result } from './result-keys';

type Revision = Result['revisions'][number];

/** How the result came to be what it is: every revision with its reason and what it changed. */
export function RevisionsPanel({ revisions, zone }: { revisions: Revision[]; zone: string }) {
  const { t } = useTranslation();
  const entries = revisions.map((revision): TimelineEntry => ({
    id: revision.id,
    at: revision.evaluatedAt,
    title: (
      <>
        {t('performance.revision.number', { number: revision.revision })}{' '}
        <ToneBadge tone={revision.state === 'FROZEN' ? 'accent' : 'neutral'}>
          {t(`performance.state.${revision.state}`)}
        </ToneBadge>{' '}
        <VerdictBadge {...revision} quiet={revision.state !== 'FROZEN'} />{' '}
        <span className="figures">
          {revision.figure == null ? t('ui.noFigure') : formatPercent(revision.figure, { decimals: 4 })}
        </span>
      </>
    ),
    body: <RevisionWords revision={revision} zone={zone} />,
  }));
  return (
    <Panel title={t('performance.revision.title')} description={t('performance.revision.words')}>
      <Timeline entries={entries} zone={zone} />
    </Panel>
  );
}

function RevisionWords({ revision, zone }: { revision: Revision; zone: string }) {
  const { t } = useTranslation();
  const { state, reason, changes, difference, frozenBy, dataAsOf, credit, ruleVersion } = revision;
  return (
    <>
      {reason && <div>“{reason}”</div>}
      {changes.length > 0 && (
        <div>
          {t('performance.revision.changedBy', {
            changes: changes.map(({ kind, count }) => t(`performance.revision.change.${kind}`, { count })).join(', '),
          })}
        </div>
      )}
      <div>
        {[
          ...(difference != null ? [t('performance.revision.difference', { points: points(difference) })] : []),
          ...(credit?.amount ? [t('performance.revision.credit', { amount: formatMoney(credit.amount) })] : []),
          ...(credit?.difference && Number(credit.difference.amount) !== 0
            ? [t('performance.revision.creditDifference', { amount: formatMoney(credit.difference) })]
            : []),
          ...(frozenBy ? [t('performance.revision.frozenBy', { name: frozenBy.name })] : []),
          ...(!frozenBy && state !== 'OPEN' ? [t('performance.revision.byItself')] : []),
          ...(dataAsOf ? [t('performance.revision.dataAsOf', { at: formatInstant(dataAsOf, { zone }) })] : []),
          t('performance.revision.rules', { version: ruleVersion }),
        ].join(' · ')}
      </div>
    </>
  );
}
