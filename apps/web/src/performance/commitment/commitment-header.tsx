import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '../../ui/breadcrumbs';
import { formatPeriod } from '../../ui/format-instant';
import { PageHeader } from '../../ui/page-header';
import { ToneBadge } from '../../ui/tone-badge';
import { VerdictBadge } from '../../ui/verdict-badge';
import { AgreementKindBadge } from '../agreement-kind';
import { promiseSentence } from './promise-words';
import { ResultActions } from './result-actions';
import type { Commitment, Result } from './result-keys';

/** Whose promise this is, how it stands in the period shown, and what can be done about it. */
export function CommitmentHeader({ commitment, result }: { commitment: Commitment; result: Result | null }) {
  const { t } = useTranslation();
  const { service, agreement, name, terms } = commitment;
  return (
    <PageHeader
      title={`${service.name}: ${name}`}
      above={
        <Breadcrumbs
          crumbs={[
            { label: t('performance.commitments.title'), to: '/commitments' },
            {
              label: service.name,
              ...(service.viewerCanSee && { to: '/catalog/$slug', params: { slug: service.slug } as never }),
            },
          ]}
        />
      }
      badges={
        <>
          {result && <VerdictBadge {...result} quiet={result.state === 'OPEN'} />}
          {result && <ResultState result={result} />}
          <AgreementKindBadge kind={agreement.kind} />
        </>
      }
      subtitle={promiseSentence(result?.terms ?? terms, service.name)}
      zone={t('ui.timesIn', { zone: result?.timeZone ?? agreement.timeZone })}
      actions={result && <ResultActions commitment={commitment} result={result} />}
    />
  );
}

function ResultState({ result: { state, revision, period } }: { result: Result }) {
  const { t } = useTranslation();
  return (
    <ToneBadge tone={state === 'OPEN' ? 'neutral' : 'accent'}>
      {state === 'OPEN'
        ? t('performance.state.openPeriod', { period: formatPeriod(period) })
        : t('performance.state.frozenRevision', { period: formatPeriod(period), revision })}
    </ToneBadge>
  );
}
