import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { RequestError } from '../../app/request-error';
import { CommitmentDocument, CommitmentTrendDocument } from '../../generated/graphql';
import { Loaded } from '../../ui/loaded';
import { onDemand } from '../../ui/on-demand';
import { CommitmentHeader } from './commitment-header';
import { FailedPage } from '../failed-page';
import { ResultView } from './result-view';
import { TrendRow } from './trend-row';
import { useLiveResults } from '../use-live-results';
import '../words';

const NoResult = onDemand(() => import('./no-result').then((module) => module.NoResult));

const route = getRouteApi('/shell/commitments/$service/$commitment');

/** Will the promise be kept this period, what spent its budget, and why is the figure what it is? */
export function CommitmentPage() {
  const { t } = useTranslation();
  const { service, commitment: slug } = route.useParams();
  const { period, revision } = route.useSearch();
  const found = useQuery(query(CommitmentDocument, { service, slug, period, revision }));
  useLiveResults(found.data?.commitment?.id);
  const newest = found.data?.commitment?.results ?? [];
  const isOlder = period !== undefined && newest.length > 0 && !newest.some((result) => result.period === period);
  const older = useQuery({
    ...query(CommitmentTrendDocument, { service, slug, to: period ?? '' }),
    enabled: isOlder,
  });
  const results = (isOlder && older.data?.commitment?.results) || newest;

  if (found.isError && !found.data) return <FailedPage title={t('performance.breaches.commitment')} query={found} />;
  return (
    <Loaded query={found}>
      {({ commitment }) => {
        if (!commitment) throw new RequestError('NOT_FOUND', 'No such commitment.');
        const { result } = commitment;
        return (
          <>
            <CommitmentHeader commitment={commitment} result={result ?? null} />
            {results.length > 0 && (
              <TrendRow results={results} chosen={result?.period} service={service} commitment={slug} />
            )}
            {result ? (
              <ResultView commitment={commitment} result={result} />
            ) : (
              <NoResult commitment={commitment} period={period} revision={revision} />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
