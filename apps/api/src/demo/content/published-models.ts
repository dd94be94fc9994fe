import type { CreditTier } from '@accord/domain';

const threeTiers = (
  target: string,
  first: string,
  second: string,
  percents: readonly [string, string, string],
): CreditTier[] => [
  { gte: first, lt: target, percent: percents[0] },
  { gte: second, lt: first, percent: percents[1] },
  { gte: null, lt: second, percent: percents[2] },
];
const twoTiers = (target: string, first: string, percents: readonly [string, string]): CreditTier[] => [
  { gte: first, lt: target, percent: percents[0] },
  { gte: null, lt: first, percent: percents[1] },
];

/**
 * Targets and credits as providers really publish them, so that the invented contracts look like true ones.
 * The keys are those of facts/cloud_sla_terms.json, and a story compares the two; none of their names is shown.
 */
export const PUBLISHED_MODELS = {
  'tidb-cloud': { target: '99.99', tiers: threeTiers('99.99', '99', '95', ['10', '25', '100']) },
  'safespring-compute': { target: '99.99', tiers: threeTiers('99.99', '99', '95', ['10', '25', '50']) },
  'safespring-k8s-object': { target: '99.95', tiers: threeTiers('99.95', '99', '95', ['10', '25', '50']) },
  'nchc-twcc-vcs': { target: '99.95', tiers: threeTiers('99.9', '99', '95', ['10', '25', '50']) },
  'do-appplatform': { target: '99.95', tiers: threeTiers('99.95', '99', '95', ['10', '30', '100']) },
  'twilio-api': { target: '99.95', tiers: [{ gte: null, lt: '99.95', percent: '10' }] },
  'safespring-backup': { target: '99.9', tiers: threeTiers('99.9', '99', '95', ['10', '25', '50']) },
  stedi: { target: '99.9', tiers: threeTiers('99.9', '95', '90', ['10', '25', '100']) },
  'aws-s3-rtc': { target: '99.9', tiers: threeTiers('99.9', '98', '95', ['10', '25', '100']) },
  'github-ghec-2020': { target: '99.9', tiers: twoTiers('99.9', '99', ['10', '25']) },
  'gitlab-saas-ultimate': { target: '99.9', tiers: twoTiers('99.9', '99.5', ['5', '10']) },
  'azure-vm-single-stdssd': { target: '99.5', tiers: threeTiers('99.5', '95', '90', ['10', '25', '100']) },
  'gcp-functions-2019': { target: '99.5', tiers: threeTiers('99.5', '99', '95', ['10', '25', '50']) },
  amplication: { target: '99', tiers: threeTiers('99', '97', '95', ['10', '25', '50']) },
  'azure-vm-single-hdd': { target: '95', tiers: threeTiers('95', '92', '90', ['10', '25', '100']) },
} as const satisfies Record<string, { target: string; tiers: readonly CreditTier[] }>;
export type PublishedModel = keyof typeof PUBLISHED_MODELS;
