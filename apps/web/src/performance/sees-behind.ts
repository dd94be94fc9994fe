import type { Viewer } from '../app/session';
import type { Role } from '../generated/graphql';

const insiders: Role[] = [
  'SERVICE_MANAGER',
  'SERVICE_OWNER',
  'VENDOR_MANAGER',
  'BT_OFFICE',
  'EXECUTIVE',
  'AUDITOR',
  'PROVIDER_CONTACT',
];

/**
 * Whether an empty list of breaches or exclusions means that there are none: whoever sees behind no figure at all would
 * get an empty one in any case. What is shown is decided by the server alone.
 */
export function seesBehind({ roles }: Viewer): boolean {
  return roles.some(({ role, state }) => state === 'APPROVED' && insiders.includes(role));
}
