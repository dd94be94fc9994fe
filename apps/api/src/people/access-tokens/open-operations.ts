import type { TokenScope } from '@accord/domain';

/** Queries that access tokens are closed to, whatever they are for. */
const CLOSED_QUERIES = [
  'accessTokens',
  'noticeSettings',
  'webhooks',
  'webhookDeliveries',
  'mailServer',
  'proposedRoles',
];

/** What changes something, by what a token must be for. Deny by default: what is not in here is closed to tokens. */
const OPEN_MUTATIONS: Readonly<Record<Exclude<TokenScope, 'read'>, readonly string[]>> = {
  orders: [
    'draftOrder',
    'changeOrderDraft',
    'submitOrder',
    'approveOrder',
    'rejectOrder',
    'startOrder',
    'deliverOrder',
    'failOrder',
    'acceptOrder',
    'cancelOrder',
    'answerCancellation',
    'askForInformation',
    'answerQuestion',
    'commentOnOrder',
    'decideOrders',
    'decideForProvider',
    'undoDecision',
    'delegateApproval',
    'duplicateOrder',
    'holdOrder',
    'releaseOrder',
    'retryOrder',
    'changeSubscriptionOwner',
    'disputeCharge',
    'withdrawChargeDispute',
    'markNoticesRead',
  ],
  catalog: [
    'draftServiceVersion',
    'changeServiceDraft',
    'proposeServiceVersion',
    'withdrawServiceVersion',
    'publishServiceVersion',
    'draftBundle',
    'draftBundleVersion',
    'changeBundleDraft',
    'proposeBundleVersion',
    'withdrawBundleVersion',
    'publishBundleVersion',
    'endBundle',
    'importServiceDefinition',
    'proposeService',
    'changeService',
    'overrideArchetype',
    'endArchetypeOverride',
    'charterService',
    'publishService',
    'startRetiringService',
    'retireService',
    'draftServiceVersion',
    'changeServiceDraft',
    'importServiceDefinition',
    'proposeServiceVersion',
    'withdrawServiceVersion',
    'publishServiceVersion',
    'assignServiceTeam',
    'endServiceManagement',
  ],
  ingest: [
    'recordOutage',
    'changeOutage',
    'endOutage',
    'announceMaintenance',
    'cancelMaintenance',
    'recordCounts',
    'recordUsage',
    'importUsage',
    'saveImportProfile',
    'startImport',
    'resumeImport',
  ],
  agreements: [
    'draftAgreement',
    'proposeAgreementEnd',
    'approveAgreementEnd',
    'refuseAgreementEnd',
    'draftAgreementVersion',
    'changeAgreementVersion',
    'proposeAgreementVersion',
    'approveAgreementVersion',
    'approveAgreementVersions',
    'refuseAgreementVersion',
    'putCommitment',
    'removeCommitment',
    'addCalendar',
    'changeCalendar',
    'approveCalendarChange',
    'refuseCalendarChange',
  ],
  governance: [
    'proposeScorecard',
    'approveScorecard',
    'refuseScorecard',
    'planReview',
    'cancelReview',
    'freezePack',
    'commentOnReview',
    'holdReview',
    'recordReviewDecision',
    'closeReview',
    'addAction',
    'completeAction',
  ],
};

const OPEN = new Map<string, TokenScope>([
  ...Object.entries(OPEN_MUTATIONS).flatMap(([scope, names]) =>
    names.map((name): [string, TokenScope] => [`Mutation.${name}`, scope as TokenScope]),
  ),
  ['POST /uploads', 'ingest'],
]);

/** What a token must be for to do an operation; null when no token does it. */
export function scopeOfOperation(operation: string): TokenScope | null {
  const query = /^Query\.(.+)$/.exec(operation)?.[1];
  if (query) return CLOSED_QUERIES.includes(query) ? null : 'read';
  if (operation.startsWith('GET ')) return 'read';
  return OPEN.get(operation) ?? null;
}
