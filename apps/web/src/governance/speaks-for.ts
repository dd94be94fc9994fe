import type { Viewer } from '../app/session';

/** Whether the viewer is a contact of the provider; then they read its reviews as it does, whatever else they are. */
export const speaksFor = ({ roles }: Pick<Viewer, 'roles'>, providerId: string): boolean =>
  roles.some(
    ({ role, state, scopeId }) => role === 'PROVIDER_CONTACT' && state === 'APPROVED' && scopeId === providerId,
  );
