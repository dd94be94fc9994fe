import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { LeftOutDocument, ResultContributionsDocument } from '../../generated/graphql';
import { AvailabilityStrip } from '../../ui/availability-strip';
import { DataTable } from '../../ui/data-table';
import { Panel } from '../../ui/panel';
import { AnnotationsPanel } from '../annotations/annotations-panel';
import { BudgetChart } from '../commitment/budget-chart';
import { BudgetShares } from '../commitment/budget-shares';
import { contributionColumns } from '../commitment/contribution-columns';
import { CorrectedMeasurements } from '../commitment/corrected-measurements';
import { CorrectionsPanel } from '../commitment/corrections-panel';
import { ExplanationPanel } from '../commitment/explanation-panel';
import { leftOutOf } from '../commitment/left-out';
import { ResultFigures } from '../commitment/result-figures';
import { keyOf, type Commitment, type Result } from '../commitment/result-keys';
import { RevisionsPanel } from '../commitment/revisions-panel';
import { usePictures } from '../commitment/use-pictures';
import classes from './result-sheet.module.css';

/** More are told by their number: who wants all of them saves them as a file. */
const most = 100;

type Props = { commitment: Commitment; result: Result; window: 'rolling' | undefined };

/** The page of a result, one part below the other. */
export function ResultSheet({ commitment, result, window }: Props) {
  const { t } = useTranslation();
  const resultKey = keyOf(commitment, result);
  const pictures = usePictures(resultKey);
  const { viewerCanSeeEvidence: mayAskWhy, viewerCanSeeBehind: behind, id, service } = commitment;
  const listed = useQuery({ ...query(LeftOutDocument, { commitmentId: id, serviceId: service.id }), enabled: behind });
  const counted = useQuery({
    ...query(ResultContributionsDocument, { ...resultKey, first: most, onlyBad: true }),
    enabled: mayAskWhy,
  });
  const leftOut = listed.data
    ? leftOutOf(listed.data, result, commitment.agreement.name).filter(({ waiting }) => !waiting)
    : [];
  const bad = counted.data?.commitment?.result?.contributions;
  const rows = bad?.edges.map(({ node }) => node) ?? [];
  const days = pictures?.lastDays ?? result.days;
  return (
    <div className={classes.parts}>
      <ResultFigures
        result={result}
        mayExplain={false}
        rolling={window === 'rolling' ? pictures?.rolling : undefined}
      />
      <BudgetChart
        onPaper
        pictures={pictures}
        window={window}
        resultKey={resultKey}
        result={result}
        mayLookBehind={mayAskWhy}
        leftOut={leftOut}
      />
      <AnnotationsPanel onPaper commitment={commitment} result={result} />
      {days.length > 0 && (
        <Panel title={t('performance.commitment.days')}>
          <AvailabilityStrip label={t('performance.commitment.days')} days={days} />
        </Panel>
      )}
      {pictures && pictures.budgetShares.length > 0 && (
        <BudgetShares shares={pictures.budgetShares} unit={result.budget.unit} />
      )}
      {bad && rows.length > 0 && (
        <DataTable
          label={t('performance.contribution.table')}
          columns={contributionColumns(rows, result.timeZone, { behind: false })}
          rows={rows}
          rowId={(row) => row.id}
          serverSorted
          footer={t('ui.pager.shown', { count: bad.totalCount, shown: rows.length, total: bad.totalCount })}
        />
      )}
      {result.corrections.length > 0 && <CorrectionsPanel corrections={result.corrections} zone={result.timeZone} />}
      {result.correctedMeasurements.totalCount > 0 && (
        <CorrectedMeasurements corrected={result.correctedMeasurements} zone={result.timeZone} />
      )}
      {mayAskWhy && <ExplanationPanel resultKey={resultKey} result={result} context={{ behind: false }} />}
      <RevisionsPanel revisions={result.revisions} zone={result.timeZone} />
    </div>
  );
}
