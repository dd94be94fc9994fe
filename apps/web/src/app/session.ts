import { useSuspenseQuery } from '@tanstack/react-query';
import { SessionDocument, type SessionQuery, type ViewerFragment } from '../generated/graphql';
import { query } from './query';

export type Session = SessionQuery['session'];
export type Viewer = ViewerFragment;

export const sessionQuery = { ...query(SessionDocument, {}), staleTime: 5 * 60_000 };

/** Who is signed in and where; the shell's route has loaded it before any screen renders. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data.session;
}

/** The signed-in person and what the client may offer. Only below the shell. */
export function useViewer(): Viewer {
  const { viewer } = useSession();
  if (!viewer) throw new Error('A screen below the shell was rendered without a viewer.');
  return viewer;
}
