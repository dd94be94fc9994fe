import type { Viewer } from './session';

/** Whether somebody speaks for a provider and holds nothing else here: they see their own provider only. */
export const isOutside = ({ roles }: Pick<Viewer, 'roles'>) =>
  roles.length > 0 && roles.every(({ role }) => role === 'PROVIDER_CONTACT');
