import type { Role } from '../generated/graphql';
import type { Viewer } from './session';

/** What people of a team do in it; whoever holds more begins with that. */
const ofTeams: readonly Role[] = ['TEAM_LEAD', 'FULFILLER'];

/**
 * Where a person's work begins: who answers for commitments on the heat table, who governs vendors on the reviews, who
 * is paid by measured performance on their statement, a lead who is not on the team's rewards, everybody else at home.
 */
export function homeOf(viewer: Viewer): '/commitments' | '/reviews' | '/statement' | '/rewards' | '/home' {
  const is = (wanted: Role) => viewer.roles.some(({ role, state }) => role === wanted && state === 'APPROVED');
  if (is('SERVICE_MANAGER') && viewer.viewerCanSeeCommitments) return '/commitments';
  if (is('VENDOR_MANAGER') && viewer.viewerCanSeeReviews) return '/reviews';
  const worksInTeam = viewer.roles.every(({ role }) => ofTeams.includes(role));
  if (worksInTeam && viewer.viewerHasStatements) return '/statement';
  return is('TEAM_LEAD') && viewer.viewerCanSeeRewards ? '/rewards' : '/home';
}
