import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { found } from '../../app/found';
import { LinkButton } from '../../app/link-button';
import { query } from '../../app/query';
import { CommitmentDocument } from '../../generated/graphql';
import { EmptyState } from '../../ui/empty-state';
import { formatInstant, formatPeriod } from '../../ui/format-instant';
import { onDemand } from '../../ui/on-demand';
import { LoadedPage } from '../../ui/loaded-page';
import { PageHeader } from '../../ui/page-header';
import { Sheet } from '../../ui/sheet';
import { promiseSentence } from '../commitment/promise-words';
import type { Commitment } from '../commitment/result-keys';
import { SheetFacts } from './sheet-facts';
import '../words';

const ResultSheet = onDemand(() => import('./result-sheet').then((module) => module.ResultSheet));
const NoResult = onDemand(() => import('../commitment/no-result').then((module) => module.NoResult));

const route = getRouteApi('/sheet/commitments/$service/$commitment/print');

/** One result on paper: the figure, what spent the budget, and how the figure came about. */
export function CommitmentSheetPage() {
  const { t } = useTranslation();
  const { service, commitment: slug } = route.useParams();
  const search = route.useSearch();
  const { period, revision } = search;
  // On paper nobody sees that another revision stands there.
  const isNone = revision === 0;
  const asked = useQuery({ ...query(CommitmentDocument, { service, slug, period, revision }), enabled: !isNone });
  const shown = asked.data?.commitment;
  return (
    <Sheet
      foot={shown && !isNone ? footOf(shown) : undefined}
      tools={
        <LinkButton
          size="xs"
          variant="default"
          to="/commitments/$service/$commitment"
          params={{ service, commitment: slug }}
          search={search}
        >
          {t('performance.sheet.back')}
        </LinkButton>
      }
    >
      {isNone ? (
        <EmptyState kind="noData" title={t('performance.sheet.noRevision')}>
          {t('performance.sheet.noRevisionWords')}
        </EmptyState>
      ) : (
        <LoadedPage query={asked} kind={t('performance.breaches.commitment')}>
          {({ commitment }) => <Content commitment={found(commitment)} />}
        </LoadedPage>
      )}
    </Sheet>
  );
}

const footOf = ({ service, name, result }: Commitment): string =>
  [`${service.name}: ${name}`, ...(result ? [result.period, `r${result.revision}`] : [])].join(' · ');

function Content({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation();
  const { period, revision, window } = route.useSearch();
  const { result, service, agreement, name, terms } = commitment;
  const zone = result?.timeZone ?? agreement.timeZone;
  return (
    <>
      <PageHeader
        title={`${service.name}: ${name}`}
        subtitle={promiseSentence(result?.terms ?? terms, service.name)}
        zone={t('ui.timesIn', { zone })}
      />
      {result ? (
        <>
          <SheetFacts
            zone={zone}
            facts={[
              [
                t('performance.commitment.window'),
                t(result.state === 'OPEN' ? 'performance.state.openPeriod' : 'performance.state.frozenRevision', {
                  period: formatPeriod(result.period),
                  revision: result.revision,
                }),
              ],
              [t('performance.sheet.dataAsOf'), result.dataAsOf ? formatInstant(result.dataAsOf, { zone }) : '–'],
            ]}
          />
          <ResultSheet commitment={commitment} result={result} window={window} />
        </>
      ) : (
        <NoResult commitment={commitment} period={period} revision={revision} />
      )}
    </>
  );
}
