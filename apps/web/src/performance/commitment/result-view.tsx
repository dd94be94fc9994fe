import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { LeftOutDocument } from '../../generated/graphql';
import { AvailabilityStrip } from '../../ui/availability-strip';
import { EmptyState } from '../../ui/empty-state';
import { onDemand } from '../../ui/on-demand';
import { Panel } from '../../ui/panel';
import { SearchTabs } from '../../ui/search-tabs';
import { isSent, isSeries } from '../is-fed';
import { BudgetChart } from './budget-chart';
import { leftOutOf } from './left-out';
import { ResultFigures } from './result-figures';
import { keyOf, type Commitment, type Result } from './result-keys';
import { usePictures } from './use-pictures';
import classes from './result-view.module.css';

const AnnotationsPanel = onDemand(() =>
  import('../annotations/annotations-panel').then((module) => module.AnnotationsPanel),
);
const BudgetShares = onDemand(() => import('./budget-shares').then((module) => module.BudgetShares));
const Scores = onDemand(() => import('./scores').then((module) => module.Scores));
const AlertsPanel = onDemand(() => import('./alerts-panel').then((module) => module.AlertsPanel));
const FigureUses = onDemand(() => import('../../governance/figure-uses').then((module) => module.FigureUses));
const Replaced = onDemand(() => import('./replaced').then((module) => module.Replaced));
const CorrectionsPanel = onDemand(() => import('./corrections-panel').then((module) => module.CorrectionsPanel));
const CorrectedMeasurements = onDemand(() =>
  import('./corrected-measurements').then((module) => module.CorrectedMeasurements),
);
const ContributionsPanel = onDemand(() => import('./contributions-panel').then((module) => module.ContributionsPanel));
const LateData = onDemand(() => import('./late-data').then((module) => module.LateData));
const MeasuredPanel = onDemand(() => import('./measured-panel').then((module) => module.MeasuredPanel));
const ExplanationPanel = onDemand(() => import('./explanation-panel').then((module) => module.ExplanationPanel));
const RevisionsPanel = onDemand(() => import('./revisions-panel').then((module) => module.RevisionsPanel));
const RecordPanel = onDemand(() => import('../records/record-panel').then((module) => module.RecordPanel));
const ChainPanel = onDemand(() => import('../chain/chain-panel').then((module) => module.ChainPanel));
const RelatedLosses = onDemand(() => import('../chain/related-losses').then((module) => module.RelatedLosses));
const HeldMisses = onDemand(() => import('../custody/held-misses').then((module) => module.HeldMisses));
const DriftNote = onDemand(() => import('../findings/drift-note').then((module) => module.DriftNote));
const DriftPanel = onDemand(() => import('../findings/drift-panel').then((module) => module.DriftPanel));
const SilentSources = onDemand(() => import('../findings/silent-sources').then((module) => module.SilentSources));
const CreditPanel = onDemand(() => import('./credit-panel').then((module) => module.CreditPanel));
const LeftOutPanel = onDemand(() => import('./left-out-panel').then((module) => module.LeftOutPanel));
const TakenOutPanel = onDemand(() => import('./taken-out-panel').then((module) => module.TakenOutPanel));
const PromisePanel = onDemand(() => import('./promise-panel').then((module) => module.PromisePanel));

const route = getRouteApi('/shell/commitments/$service/$commitment');

/** One period of one commitment: its figure and budget, then what is behind them. */
export function ResultView({ commitment, result }: { commitment: Commitment; result: Result }) {
  const { t } = useTranslation();
  const { tab = 'behind', window } = route.useSearch();
  const navigate = route.useNavigate();
  const { viewerCanSeeEvidence: mayAskWhy, viewerCanSeeBehind: insider, service, agreement } = commitment;
  const measured = insider && isSeries(result.terms);
  const resultKey = keyOf(commitment, result);
  const pictures = usePictures(resultKey);
  const replaced = result.state === 'SUPERSEDED';
  const asked = useQuery({
    ...query(LeftOutDocument, { commitmentId: commitment.id, serviceId: service.id }),
    // What is listed today is not what a figure of before was made of.
    enabled: insider && !replaced,
  });
  const { from, to, timeZone: zone, days, terms } = result;
  const leftOut = useMemo(
    () => (asked.data && !replaced ? leftOutOf(asked.data, { from, to }, agreement.name) : []),
    [asked.data, replaced, from, to, agreement.name],
  );
  const counting = useMemo(() => leftOut.filter(({ waiting }) => !waiting), [leftOut]);
  const context = {
    serviceId: service.id,
    calendarSlug: terms.calendar.slug,
    behind: insider,
    ofValues: terms.indicator.__typename === 'PercentileIndicator',
    agreementSlug: agreement.viewerCanSee ? agreement.slug : undefined,
    version: terms.version.number,
  };
  const noRight = <EmptyState kind="noPermission" owner={t('performance.commitment.explainer')} />;

  return (
    <>
      {replaced && <Replaced commitment={commitment} result={result} />}
      {result.hasLateData && !replaced && <LateData result={result} />}
      {insider && !replaced && <DriftNote commitmentId={commitment.id} serviceId={service.id} zone={zone} />}
      {insider && result.state === 'OPEN' && isSent(terms) && <SilentSources serviceId={service.id} zone={zone} />}
      <div className={classes.top}>
        <div className={classes.stack}>
          <ResultFigures
            result={result}
            mayExplain={mayAskWhy}
            rolling={window === 'rolling' ? pictures?.rolling : undefined}
          />
          {result.breach?.credit && <CreditPanel credit={result.breach.credit} />}
          <FigureUses service={resultKey.service} slug={resultKey.slug} period={resultKey.period} />
          {insider && !replaced && <RelatedLosses resultKey={resultKey} />}
          {insider && terms.indicator.__typename === 'TicketsInTimeIndicator' && <HeldMisses resultKey={resultKey} />}
          {leftOut.length > 0 && <LeftOutPanel leftOut={leftOut} zone={zone} />}
          {mayAskWhy && leftOut.length === 0 && !asked.isLoading && (
            <TakenOutPanel resultKey={resultKey} result={result} context={context} />
          )}
          {insider && !replaced && <AlertsPanel commitmentId={commitment.id} zone={zone} />}
          {result.corrections.length > 0 && <CorrectionsPanel corrections={result.corrections} zone={zone} />}
          {result.correctedMeasurements.totalCount > 0 && (
            <CorrectedMeasurements corrected={result.correctedMeasurements} zone={zone} />
          )}
        </div>
        <div className={classes.stack}>
          <BudgetChart
            pictures={pictures}
            window={window}
            resultKey={resultKey}
            result={result}
            mayLookBehind={mayAskWhy}
            leftOut={counting}
          />
          {insider && !replaced && <DriftPanel commitmentId={commitment.id} />}
          <AnnotationsPanel commitment={commitment} result={result} />
          {days.length > 0 && (
            <Panel title={t('performance.commitment.days')}>
              <AvailabilityStrip label={t('performance.commitment.days')} days={pictures?.lastDays ?? days} />
            </Panel>
          )}
          {terms.indicator.__typename === 'SatisfactionIndicator' && result.scores.length > 0 && (
            <Scores scores={result.scores} satisfiedFrom={terms.indicator.satisfiedFrom} />
          )}
          {pictures && pictures.budgetShares.length > 0 && result.scores.length === 0 && (
            <BudgetShares shares={pictures.budgetShares} unit={result.budget.unit} />
          )}
          {insider && !replaced && agreement.kind !== 'SLA' && <RecordPanel resultKey={resultKey} zone={zone} />}
        </div>
      </div>
      <div id="more" className={classes.more}>
        <SearchTabs
          label={t('performance.commitment.more')}
          value={tab === 'measured' && !measured ? 'behind' : tab}
          onChange={(next) =>
            void navigate({
              search: (old) => ({ ...old, tab: next === 'behind' ? undefined : next, cursor: undefined }),
              resetScroll: false,
            })
          }
          tabs={[
            {
              value: 'behind',
              label: t('performance.commitment.tab.behind'),
              content: mayAskWhy ? <ContributionsPanel resultKey={resultKey} zone={zone} context={context} /> : noRight,
            },
            ...(measured
              ? [
                  {
                    value: 'measured' as const,
                    label: t('performance.commitment.tab.measured'),
                    content: <MeasuredPanel resultKey={resultKey} result={result} leftOut={counting} />,
                  },
                ]
              : []),
            {
              value: 'explanation',
              label: t('performance.commitment.tab.explanation'),
              content: mayAskWhy ? (
                <ExplanationPanel resultKey={resultKey} result={result} context={context} />
              ) : (
                noRight
              ),
            },
            {
              value: 'terms',
              label: t('performance.commitment.tab.terms'),
              content: (
                <PromisePanel
                  terms={terms}
                  service={service.name}
                  agreement={agreement}
                  replaced={terms.id !== commitment.terms.id}
                />
              ),
            },
            ...(insider
              ? [
                  {
                    value: 'chain' as const,
                    label: t('performance.commitment.tab.chain'),
                    content: <ChainPanel service={resultKey.service} slug={resultKey.slug} />,
                  },
                ]
              : []),
            {
              value: 'revisions',
              label: t('performance.commitment.tab.revisions', { count: result.revisions.length }),
              content: <RevisionsPanel revisions={result.revisions} zone={zone} />,
            },
          ]}
        />
      </div>
    </>
  );
}
