import type { Viewer } from './session';

/** Where a person's work begins: who answers for commitments lands on the heat table, everybody else at home. */
export function homeOf(viewer: Viewer): '/commitments' | '/home' {
  const answersForCommitments = viewer.roles.some(
    ({ role, state }) => role === 'SERVICE_MANAGER' && state === 'APPROVED',
  );
  return answersForCommitments && viewer.viewerCanSeeCommitments ? '/commitments' : '/home';
}
