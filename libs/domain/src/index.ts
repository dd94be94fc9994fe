export { DomainError } from './domain-error.js';
export * from './agreements/agreement-end.js';
export * from './agreements/agreement-kind.js';
export * from './agreements/agreement-policy.js';
export * from './agreements/agreement-version.js';
export * from './agreements/calendar-hours.js';
export * from './agreements/chain/chain-caveats.js';
export * from './agreements/chain/chain-in-words.js';
export * from './agreements/chain/chain-link.js';
export * from './agreements/chain/chain-needs.js';
export * from './agreements/chain/chain-promise.js';
export * from './agreements/chain/judge-chain-of.js';
export * from './agreements/chain/underpinning.js';
export * from './agreements/coming-into-force.js';
export * from './agreements/commitment-terms.js';
export * from './agreements/commitment-words.js';
export * from './agreements/exclusion-categories.js';
export * from './agreements/indicator.js';
export * from './agreements/local-day.js';
export * from './agreements/openslo/made-slo.js';
export * from './agreements/openslo/openslo-differences.js';
export * from './agreements/openslo/openslo-document.js';
export * from './agreements/openslo/openslo-terms.js';
export * from './agreements/openslo/read-openslo.js';
export * from './agreements/openslo/slo-commitments.js';
export * from './agreements/openslo/write-openslo.js';
export * from './agreements/maintenance-rules.js';
export * from './agreements/period-closing.js';
export * from './agreements/period-window.js';
export * from './agreements/record-terms.js';
export * from './agreements/remedy-terms.js';
export * from './catalog/archetype-scores.js';
export * from './catalog/archetype.js';
export * from './catalog/bundle-definition.js';
export * from './catalog/bundle-fit.js';
export * from './catalog/bundle-order.js';
export * from './catalog/bundle-policy.js';
export * from './catalog/catalog-policy.js';
export * from './catalog/change-archetype.js';
export * from './catalog/default-archetypes.js';
export * from './catalog/definition-diff.js';
export * from './catalog/entitlement.js';
export * from './catalog/lifecycle.js';
export * from './catalog/limits.js';
export * from './catalog/line-of-service.js';
export * from './catalog/override-archetype.js';
export * from './catalog/order-form-answers.js';
export * from './catalog/order-form-change.js';
export * from './catalog/order-form-counts.js';
export * from './catalog/order-form-shape.js';
export * from './catalog/order-form.js';
export * from './catalog/plan-definition.js';
export * from './catalog/price-cost.js';
export * from './catalog/price-impact.js';
export * from './catalog/plan-promise.js';
export * from './catalog/price-list.js';
export * from './catalog/price-words.js';
export * from './catalog/price.js';
export * from './catalog/retirement.js';
export * from './catalog/service-definition.js';
export * from './catalog/service-graph.js';
export * from './catalog/service-version.js';
export * from './catalog/service-words.js';
export * from './catalog/service-yaml.js';
export * from './catalog/suggest-archetype.js';
export * from './catalog/suggestion-table.js';
export * from './catalog/supporting-services.js';
export * from './currency.js';
export * from './agreements/published/published-entry.js';
export * from './agreements/published/published-terms.js';
export * from './agreements/published/line-of-service.js';
export * from './people/access-token.js';
export * from './people/end-part.js';
export * from './people/enterprise.js';
export * from './people/last-administrator.js';
export * from './people/notice-kinds.js';
export * from './people/notice-words.js';
export * from './people/password-reset.js';
export * from './people/password.js';
export * from './people/people-policy.js';
export * from './people/person.js';
export * from './people/proposal.js';
export * from './people/role-assignment.js';
export * from './people/role-scopes.js';
export * from './people/saved-view.js';
export * from './people/second-person.js';
export * from './people/session-lifetime.js';
export * from './people/throttle.js';
export * from './people/unit-tree.js';
export * from './people/viewer.js';
export * from './people/webhook.js';
export * from './providers/country.js';
export * from './providers/end-provider.js';
export * from './providers/provider-policy.js';
export * from './providers/provider.js';
export * from './orders/approval-days.js';
export * from './orders/approval-people.js';
export * from './orders/approval-plan.js';
export * from './orders/approval-policy.js';
export * from './orders/approval-rule.js';
export * from './orders/approval-stage.js';
export * from './orders/acceptance.js';
export * from './orders/budget-later.js';
export * from './orders/budget-policy.js';
export * from './orders/budget-entry-kind.js';
export * from './orders/budget.js';
export * from './orders/charge-changes.js';
export * from './orders/charge-correction.js';
export * from './orders/charge-credit.js';
export * from './orders/charge-lines.js';
export * from './orders/charge-month.js';
export * from './orders/charge-policy.js';
export * from './orders/charge-states.js';
export * from './orders/holdings.js';
export * from './orders/still-chargeable.js';
export * from './orders/charge-stretches.js';
export * from './orders/focus.js';
export * from './orders/delivery.js';
export * from './orders/fulfilment-template.js';
export * from './orders/charged-by-use.js';
export * from './orders/item-cost.js';
export * from './orders/item-start.js';
export * from './orders/item-standing.js';
export * from './orders/order-cost.js';
export * from './orders/order-kinds.js';
export * from './orders/order-moves.js';
export * from './orders/order-number.js';
export * from './orders/order-policy.js';
export * from './orders/order-standing.js';
export * from './orders/order-states.js';
export * from './orders/order-work.js';
export * from './orders/own-delivery.js';
export * from './orders/offer.js';
export * from './orders/submission.js';
export * from './orders/submission-facts.js';
export * from './orders/subscription-policy.js';
export * from './orders/subscription-history.js';
export * from './orders/subscription.js';
export * from './orders/term.js';
export * from './orders/task-flow.js';
export * from './orders/task-moves.js';
export * from './orders/task-policy.js';
export * from './orders/task-state.js';
export * from './governance/canonical-json.js';
export * from './governance/governance-policy.js';
export * from './governance/kpi-score.js';
export * from './governance/pack.js';
export * from './governance/review-plan.js';
export * from './governance/review-states.js';
export * from './governance/scorecard-version.js';
export * from './governance/scorecard.js';
export * from './rewards/allocate.js';
export * from './rewards/calculation-states.js';
export * from './rewards/curve.js';
export * from './rewards/fraction.js';
export * from './rewards/paid-teams.js';
export * from './rewards/performance-factor.js';
export * from './rewards/proration.js';
export * from './rewards/reward-difference.js';
export * from './rewards/reward-plan.js';
export * from './rewards/reward-policy.js';
export * from './rewards/reward.js';
export * from './rewards/tiers.js';
export * from './slug.js';
export * from './performance/alerts/budget-alerts.js';
export * from './performance/alerts/ticket-alerts.js';
export * from './performance/annotation.js';
export * from './performance/announced-event.js';
export * from './performance/burn-rates.js';
export * from './performance/charge-of.js';
export {
  type ClaimChange,
  claimChanges,
  type ClaimPart,
  type PostedClaim,
} from './performance/claims/claim-changes.js';
export * from './performance/answers/count-answers.js';
export * from './performance/answers/scale.js';
export * from './performance/answers/sift-answers.js';
export * from './performance/claims/claim-moves.js';
export * from './performance/claims/claim-policy.js';
export * from './performance/claims/exposure.js';
export * from './performance/claims/settle-year.js';
export * from './performance/clock-of.js';
export * from './performance/closing-hold.js';
export * from './performance/count-replacement.js';
export * from './performance/days.js';
export * from './performance/exclusion.js';
export * from './performance/explained-step.js';
export * from './performance/figure-over.js';
export * from './performance/findings/finding-kinds.js';
export { findingWords } from './performance/findings/finding-words.js';
export { findingsWords } from './performance/findings/findings-words.js';
export { type AnnouncedMaintenance, excusedTime } from './performance/late-maintenance.js';
export { assertNotMeasuredIn, isMeasuredIn, measuredByIt } from './performance/measured-by-it.js';
export * from './performance/measurements/kept-since.js';
export * from './performance/measurements/not-kept.js';
export {
  type AnswerRow,
  isFault,
  measurementOfJson,
  type MeasurementRow,
  measurementsOfCells,
  type ToldByMachine,
  UP,
} from './performance/measurements/measurement-row.js';
export { TextLines } from './performance/measurements/text-lines.js';
export { measurementId, type MeasurementIdentity } from './performance/measurements/measurement-id.js';
export { LONGEST_UNIT } from './performance/measurements/told-values.js';
export { type Measured, sift, type Sifted } from './performance/measurements/sift.js';
export * from './performance/outage-correction.js';
export * from './performance/performance-policy.js';
export * from './performance/period-close.js';
export * from './performance/period-effect.js';
export * from './performance/period-id.js';
export * from './performance/period-name.js';
export * from './performance/periods-of.js';
export * from './performance/recorded-time.js';
export * from './performance/records/compare-incidents.js';
export * from './performance/records/judge-of-record.js';
export * from './performance/records/provider-figure.js';
export * from './performance/records/read-incidents.js';
export * from './performance/reports/alertmanager.js';
export * from './performance/reports/outage-report.js';
export * from './performance/reports/statuspage.js';
export {
  assertPull,
  type CountersAsked,
  type HistoryAsked,
  PULL_KINDS,
  type PullAsked,
  type PullKind,
  type PullTerms,
  seriesOfPull,
  type UpAsked,
} from './performance/sources/pull-terms.js';
export { type CountedStep, counterGrowth } from './performance/sources/counter-growth.js';
export { probesOfSeries } from './performance/sources/probes-of-series.js';
export { type PrometheusSeries, readPrometheus } from './performance/sources/prometheus-answer.js';
export { pullPauseMs } from './performance/sources/pull-pause.js';
export { type Heard, isSilent, quietLimitMs } from './performance/sources/silence.js';
export { upptimeHistory, type UpptimeProbe } from './performance/sources/upptime-history.js';
export { assertMayRestate } from './performance/restatement.js';
export * from './performance/rolling-budget.js';
export * from './performance/shared-downtime.js';
export * from './performance/ruled-maintenance.js';
export * from './performance/custody.js';
export * from './performance/holder-policy.js';
export * from './performance/find-drifts.js';
export * from './performance/shown-figure.js';
export * from './performance/supposition.js';
export * from './performance/verdict.js';
export { BUILT_IN_PROFILES, type BuiltInProfile } from './performance/imports/built-in-profiles.js';
export { assertHeader, columnNames, fitsHeader } from './performance/imports/columns.js';
export { type CountRow, countRowReader } from './performance/imports/count-row.js';
export { DelimitedText, type TextRecord } from './performance/imports/delimited-text.js';
export {
  type Delimiter,
  DELIMITERS,
  type Encoding,
  ENCODINGS,
  type FileFormat,
} from './performance/imports/file-format.js';
export { type ColumnFacts, columnFacts } from './performance/imports/guess/column-facts.js';
export { type ClockState, clockStates } from './performance/imports/clock-states.js';
export { guessMissing } from './performance/imports/guess/guess-missing.js';
export { guessDelimiter } from './performance/imports/guess/guess-delimiter.js';
export { guessProfile, type ProfileDraft } from './performance/imports/guess/guess-profile.js';
export * from './performance/imports/import-policy.js';
export {
  assertProfileKind,
  columnsOf,
  type ImportProfile,
  parseImportProfile,
} from './performance/imports/import-profile.js';
export type { ProbeProfile } from './performance/imports/probe-profile.js';
export type { CountProfile } from './performance/imports/count-profile.js';
export type { OutageProfile } from './performance/imports/outage-profile.js';
export { type OutageRow, outageRowReader } from './performance/imports/outage-row.js';
export { type ProbeRow, probeRowReader } from './performance/imports/probe-row.js';
export type { Fault, Reading, RowReader } from './performance/imports/reading.js';
export { servicesByCell } from './performance/imports/service-by-value.js';
export type { ServiceOfRow } from './performance/imports/service-of-row.js';
export { assertEvidenceSize, roomFor } from './performance/imports/upload-quota.js';
export { type TicketProfile, type TicketState, TICKET_STATES } from './performance/imports/ticket-profile.js';
export { type TicketRow, ticketRowReader } from './performance/imports/ticket-row.js';
