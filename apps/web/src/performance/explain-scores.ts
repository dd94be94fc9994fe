import { t, type Sentence, type Values } from './step-values';

const money = (values: Values, name: string) => values.money(name, 'currency');

/** What the steps of scorecards and rewards say. */
export const scoreSentences: Record<string, Sentence> = {
  'kpi.figure': (v) => t('kpiFigure', { periods: v.raw('periods'), actual: v.figure('actualPercent') }),
  'kpi.score': (v) =>
    t('kpiScore', {
      actual: v.figure('actualPercent'),
      floor: v.percent('floorPercent'),
      target: v.percent('targetPercent'),
      score: v.score('score'),
    }),
  'kpi.deemed': (v) => t('kpiDeemed', { periods: v.raw('periods') }),
  'kpi.noData': (v) => t('kpiNoData', { periods: v.raw('periods') }),
  'kpi.noActivity': (v) => t('kpiNoActivity', { periods: v.raw('periods') }),
  'kpi.notClosed': (v) => t('kpiNotClosed', { periods: v.raw('periods') }),
  'scorecard.coverage': (v) =>
    t('scorecardCoverage', {
      available: v.raw('weightAvailable'),
      all: v.raw('weightAll'),
      coverage: v.percent('coveragePercent'),
      least: v.percent('leastCoveragePercent'),
    }),
  'scorecard.score': (v) => t('scorecardScore', { score: v.score('score') }),
  'reward.attainment': (v) =>
    t('rewardAttainment', {
      commitment: v.raw('commitment'),
      figure: v.figure('figurePercent'),
      floor: v.percent('floorPercent'),
      target: v.percent('targetPercent'),
      attainment: v.figure('attainmentPercent'),
    }),
  'reward.curve': (v) => t('rewardCurve', { attainment: v.figure('attainmentPercent'), paid: v.figure('paidPercent') }),
  'reward.deemed': (v) => t('rewardDeemed', { commitment: v.raw('commitment') }),
  'reward.leftOut': (v) => t('rewardLeftOut', { commitment: v.raw('commitment') }),
  'reward.noData': () => t('rewardNoData'),
  'reward.factor': (v) => t('rewardFactor', { count: v.count('measures'), factor: v.figure('factorPercent') }),
  'reward.pool': (v) =>
    t('rewardPool', {
      target: money(v, 'target.amount'),
      factor: v.figure('factorPercent'),
      cap: money(v, 'cap.amount'),
      pool: money(v, 'pool.amount'),
    }),
  'reward.share': (v) =>
    t('rewardShare', { weight: v.raw('weight'), count: v.count('days'), days: v.raw('daysOfPeriod') }),
  'reward.part': (v) =>
    t('rewardPart', { part: v.figure('partPercent'), pool: money(v, 'pool.amount'), amount: money(v, 'amount') }),
  'reward.earned': (v) => t('rewardEarned', { amount: money(v, 'amount') }),
  'reward.restated': (v) =>
    t('rewardRestated', {
      commitment: v.raw('commitment'),
      period: v.raw('period'),
      was: v.figure('wasPercent'),
      now: v.figure('nowPercent'),
      reason: v.raw('reason'),
    }),
  'reward.adjustment': (v) =>
    t('rewardAdjustment', {
      now: money(v, 'now.amount'),
      was: money(v, 'was.amount'),
      amount: money(v, 'amount'),
    }),
};
