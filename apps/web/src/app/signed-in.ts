import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { loadRoomWords } from '../i18n/i18n';
import { sessionQuery, type Viewer } from './session';

/** For a route's `beforeLoad`: who is not signed in goes to the sign-in page, and comes back. */
export async function signedIn({
  context,
  location,
}: {
  context: { queryClient: QueryClient };
  location: { href: string };
}): Promise<{ viewer: Viewer }> {
  const [{ session }] = await Promise.all([context.queryClient.ensureQueryData(sessionQuery), loadRoomWords()]);
  if (!session.viewer) throw redirect({ to: '/signin', search: { return: location.href } });
  return { viewer: session.viewer };
}
