import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { CausesResolver } from './chain/causes.resolver.js';
import { ChainFindings } from './chain/chain-findings.js';
import { ChainResolver } from './chain/chain.resolver.js';
import { ClockCustodyResolver, ResultCustodyResolver } from './custody/custody.resolver.js';
import { HolderResolver } from './custody/holder.resolver.js';
import { Holders } from './custody/holders.js';
import { PeopleModule } from '../people/people.module.js';
import { BilledClaims } from './claims/billed-claims.js';
import { ClaimDays } from './claims/claim-days.js';
import { ClaimLists } from './claims/claim-lists.js';
import { ClaimMutationsResolver } from './claims/claim-mutations.resolver.js';
import { ClaimMoves } from './claims/claim-moves.js';
import { ClaimNotices } from './claims/claim-notices.js';
import {
  ClaimedCreditResolver,
  ClaimEventResolver,
  ClaimPartResolver,
  ClaimResolver,
  ClaimWaiverResolver,
} from './claims/claim.resolver.js';
import { ExposedCreditResolver, ExposureResolver } from './claims/exposure.resolver.js';
import { Claims } from './claims/claims.js';
import { HandCredits } from './claims/hand-credits.js';
import { Settlements } from './claims/settlements.js';
import { Closings } from './closing/closings.js';
import { ClosingNotices } from './closing/closing-notices.js';
import { ClosingResolver } from './closing/closing.resolver.js';
import { UsualClosings } from './closing/usual-closings.js';
import { Drifts } from './drift/drifts.js';
import { AlertLists } from './alerts/alert-lists.js';
import { AlertNotices } from './alerts/alert-notices.js';
import { AlertResolver } from './alerts/alert.resolver.js';
import { Alerts } from './alerts/alerts.js';
import { FreshEvidence } from './alerts/fresh-evidence.js';
import {
  AnnotatedCommitmentResolver,
  AnnotatedResultResolver,
  AnnotationResolver,
} from './annotations/annotation.resolver.js';
import { Annotations } from './annotations/annotations.js';
import { CommitmentListResolver, CommitmentResultsResolver } from './commitments/commitments.resolver.js';
import { CommitmentLists } from './commitments/commitment-lists.js';
import { Counts } from './counts/counts.js';
import { CountsResolver } from './counts/counts.resolver.js';
import { Evaluation } from './evaluation/evaluation.js';
import { EvaluationListener } from './evaluation/evaluation-listener.js';
import { Passing } from './evaluation/passing.js';
import { EvidenceController } from './exclusions/evidence.controller.js';
import { EvidenceKept } from './exclusions/evidence-kept.js';
import { ExclusionEffects } from './exclusions/exclusion-effects.js';
import { ExclusionNotices } from './exclusions/exclusion-notices.js';
import { ExclusionLists } from './exclusions/exclusion-lists.js';
import { ExclusionResolver } from './exclusions/exclusion.resolver.js';
import { Exclusions } from './exclusions/exclusions.js';
import { PerformanceExportsController } from './exports/exports.controller.js';
import { FindingLists } from './findings/finding-lists.js';
import { FindingResolver } from './findings/finding.resolver.js';
import { FindingNotices } from './findings/finding-notices.js';
import { Findings } from './findings/findings.js';
import { PeriodEffectResolver } from './exclusions/period-effect.resolver.js';
import { UploadsModule } from './imports/uploads.module.js';
import { Ingestion } from './ingestion/ingestion.js';
import { JudgeMeasurements } from './ingestion/judge-measurements.js';
import { MeasurementsController } from './ingestion/measurements.controller.js';
import { MonthsAhead } from './ledger/months-ahead.js';
import { AnnouncedEvents } from './maintenances/announced-events.js';
import { MaintenanceResolver } from './maintenances/maintenance.resolver.js';
import { Maintenances } from './maintenances/maintenances.js';
import { AroundLimitResolver } from './measurements/around-limit.resolver.js';
import {
  CorrectedMeasurementResolver,
  CorrectedMeasurementsResolver,
} from './measurements/corrected-measurement.resolver.js';
import { MeasuredPointsResolver } from './measurements/measured-points.resolver.js';
import { CorrectedResultResolver, OutageCorrectionResolver } from './outages/outage-correction.resolver.js';
import { OutageResolver } from './outages/outage.resolver.js';
import { OutageHooksController } from './outages/reports/outage-hooks.controller.js';
import { OutageReports } from './outages/reports/outage-reports.js';
import { Outages } from './outages/outages.js';
import { BreachLists } from './results/breach-lists.js';
import { BreachResolver } from './results/breach.resolver.js';
import { ContributionResolver } from './results/contribution.resolver.js';
import { CreditLists } from './results/credit-lists.js';
import { FigureAuditResolver, AuditOfResultResolver } from './records/figure-audit.resolver.js';
import { FigureAudits } from './records/figure-audits.js';
import { RecordRestatements } from './records/record-restatements.js';
import { FigureDays } from './records/figure-days.js';
import { FigureNotices } from './records/figure-notices.js';
import { FigureOfResultResolver, ProviderFigureResolver } from './records/provider-figure.resolver.js';
import { ProviderFigures } from './records/provider-figures.js';
import { Breaches } from './results/breaches.js';
import { NewerRevisionResolver } from './results/newer-revision.resolver.js';
import { RevisionChangesResolver } from './results/revision-changes.resolver.js';
import { PeriodResultResolver } from './results/period-result.resolver.js';
import { PerformanceRevision } from './results/performance-revision.js';
import { PerformanceRevisionResolver } from './results/performance-revision.resolver.js';
import { Restatements } from './results/restatements.js';
import { CreditedResultResolver, ServiceCreditResolver } from './results/service-credit.resolver.js';
import { Results } from './results/results.js';
import { ResultPicturesResolver } from './results/result-pictures.resolver.js';
import { Retention } from './rollups/retention.js';
import { Rollups } from './rollups/rollups.js';
import { ResultUsesResolver } from './results/uses/result-uses.resolver.js';
import { PullReader } from './sources/pull-reader.js';
import { PulledRowResolver, PullResolver } from './sources/pull.resolver.js';
import { PullRuns } from './sources/pull-runs.js';
import { PullTrials } from './sources/pull-trials.js';
import { Pulls } from './sources/pulls.js';
import { SourceLists } from './sources/source-lists.js';
import { SourceResolver, SourceSeriesResolver } from './sources/source.resolver.js';
import { Sources } from './sources/sources.js';
import { StoreCalendar } from './sources/store-calendar.js';
import { WatchSources } from './sources/watch-sources.js';
import { ServiceLists } from './service-lists.js';
import { TicketClockResolver, TicketResolver } from './tickets/ticket.resolver.js';
import { Tickets } from './tickets/tickets.js';
import { Comparisons } from './what-if/comparisons.js';
import { SupposableResolver, WhatIfResolver } from './what-if/what-if.resolver.js';

@Module({
  imports: [AgreementsModule, CatalogModule, PeopleModule, UploadsModule],
  controllers: [PerformanceExportsController, MeasurementsController, EvidenceController, OutageHooksController],
  providers: [
    Evaluation,
    EvaluationListener,
    Passing,
    MonthsAhead,
    Ingestion,
    JudgeMeasurements,
    PullReader,
    PullRuns,
    StoreCalendar,
    AnnouncedEvents,
    Pulls,
    PullTrials,
    PullResolver,
    PulledRowResolver,
    Sources,
    SourceLists,
    SourceResolver,
    SourceSeriesResolver,
    WatchSources,
    Rollups,
    Retention,
    FindingNotices,
    Findings,
    FindingLists,
    FindingResolver,
    Results,
    Restatements,
    PerformanceRevision,
    Breaches,
    Settlements,
    ProviderFigures,
    FigureDays,
    RecordRestatements,
    FigureAudits,
    FigureAuditResolver,
    AuditOfResultResolver,
    FigureNotices,
    ProviderFigureResolver,
    FigureOfResultResolver,
    Claims,
    ClaimDays,
    ClaimLists,
    ClaimNotices,
    ClaimMoves,
    HandCredits,
    BilledClaims,
    ClaimResolver,
    ClaimMutationsResolver,
    ClaimPartResolver,
    ClaimEventResolver,
    ClaimWaiverResolver,
    ClaimedCreditResolver,
    ExposureResolver,
    ExposedCreditResolver,
    BreachLists,
    CreditLists,
    Outages,
    OutageReports,
    Maintenances,
    ServiceLists,
    Counts,
    Exclusions,
    ExclusionEffects,
    ExclusionNotices,
    ExclusionLists,
    EvidenceKept,
    Tickets,
    CommitmentLists,
    PeriodResultResolver,
    PerformanceRevisionResolver,
    ContributionResolver,
    ResultPicturesResolver,
    NewerRevisionResolver,
    RevisionChangesResolver,
    BreachResolver,
    CreditedResultResolver,
    ServiceCreditResolver,
    ResultUsesResolver,
    OutageResolver,
    OutageCorrectionResolver,
    AroundLimitResolver,
    CorrectedMeasurementsResolver,
    CorrectedMeasurementResolver,
    MeasuredPointsResolver,
    AnnotatedCommitmentResolver,
    AnnotatedResultResolver,
    AnnotationResolver,
    Annotations,
    CorrectedResultResolver,
    MaintenanceResolver,
    CountsResolver,
    ExclusionResolver,
    Alerts,
    FreshEvidence,
    AlertNotices,
    AlertLists,
    AlertResolver,
    Closings,
    ClosingNotices,
    UsualClosings,
    ClosingResolver,
    PeriodEffectResolver,
    TicketResolver,
    TicketClockResolver,
    ClockCustodyResolver,
    ResultCustodyResolver,
    Holders,
    HolderResolver,
    ChainResolver,
    ChainFindings,
    Drifts,
    CausesResolver,
    CommitmentListResolver,
    Comparisons,
    WhatIfResolver,
    SupposableResolver,
    CommitmentResultsResolver,
  ],
  exports: [
    Evaluation,
    FreshEvidence,
    Findings,
    Results,
    BilledClaims,
    Outages,
    OutageReports,
    Maintenances,
    AnnouncedEvents,
    Counts,
    Exclusions,
  ],
})
export class PerformanceModule {}
