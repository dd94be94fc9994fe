import { AlertEntity } from './alerts/alert.entity.js';
import { AnnotationEntity } from './annotations/annotation.entity.js';
import { PeriodClosingEntity } from './closing/period-closing.entity.js';
import { HolderEntity } from './custody/holder.entity.js';
import { ExclusionEvidenceEntity } from './exclusions/exclusion-evidence.entity.js';
import { ClaimEventEntity } from './claims/claim-event.entity.js';
import { ClaimPartEntity } from './claims/claim-part.entity.js';
import { ClaimEntity } from './claims/claim.entity.js';
import { ExclusionEntity } from './exclusions/exclusion.entity.js';
import { FindingEntity, FindingServiceEntity } from './findings/finding.entity.js';
import { AnswerGroupEntity } from './ledger/answer-group.entity.js';
import { AnswerSecretEntity } from './ledger/answer-secret.entity.js';
import { AnswerEntity } from './ledger/answer.entity.js';
import { BatchEntity } from './ledger/batch.entity.js';
import { MeasurementEntity } from './ledger/measurement.entity.js';
import { UnjudgedEntity } from './ingestion/unjudged.entity.js';
import { SeriesEntity } from './ledger/series.entity.js';
import { SourceEntity } from './ledger/source.entity.js';
import { TicketEventEntity } from './ledger/ticket-event.entity.js';
import { TicketEntity } from './ledger/ticket.entity.js';
import { MaintenanceEntity } from './maintenances/maintenance.entity.js';
import { OutageCorrectionEntity } from './outages/outage-correction.entity.js';
import { OutageEntity } from './outages/outage.entity.js';
import { OutageReportEntity } from './outages/reports/outage-report.entity.js';
import { FigureAuditEntity } from './records/figure-audit.entity.js';
import { ProviderFigureEntity } from './records/provider-figure.entity.js';
import { ProviderIncidentEntity } from './records/provider-incident.entity.js';
import { BreachEntity } from './results/breach.entity.js';
import { PeriodResultEntity } from './results/period-result.entity.js';
import { ResultContributionEntity } from './results/result-contribution.entity.js';
import { DayRunEntity } from './rollups/day-run.entity.js';
import { DroppedMonthEntity } from './rollups/dropped-month.entity.js';
import { HistogramBoundsEntity } from './ledger/histogram-bounds.entity.js';
import { HourRunEntity } from './rollups/hour-run.entity.js';
import { RolledZoneEntity } from './rollups/rolled-zone.entity.js';
import { UnrolledEntity } from './rollups/unrolled.entity.js';
import { PullAttemptEntity, PullEntity } from './sources/pull.entity.js';
import { SeriesRhythmEntity } from './sources/series-rhythm.entity.js';
import { ServiceCreditEntity } from './results/service-credit.entity.js';

export const performanceEntities = [
  SourceEntity,
  TicketEventEntity,
  TicketEntity,
  HolderEntity,
  SeriesEntity,
  AnswerEntity,
  AnswerGroupEntity,
  AnswerSecretEntity,
  BatchEntity,
  MeasurementEntity,
  UnjudgedEntity,
  UnrolledEntity,
  RolledZoneEntity,
  HourRunEntity,
  HistogramBoundsEntity,
  DayRunEntity,
  DroppedMonthEntity,
  OutageEntity,
  OutageReportEntity,
  OutageCorrectionEntity,
  MaintenanceEntity,
  ExclusionEntity,
  ExclusionEvidenceEntity,
  PeriodClosingEntity,
  AlertEntity,
  PeriodResultEntity,
  ResultContributionEntity,
  BreachEntity,
  ServiceCreditEntity,
  FindingEntity,
  FindingServiceEntity,
  ClaimEntity,
  ClaimPartEntity,
  ClaimEventEntity,
  PullEntity,
  PullAttemptEntity,
  SeriesRhythmEntity,
  ProviderFigureEntity,
  FigureAuditEntity,
  ProviderIncidentEntity,
  AnnotationEntity,
];
