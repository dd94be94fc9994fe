import type { ErrorComponentProps } from '@tanstack/react-router';
import { RouteError } from './route-error';

/** A failure before there is a shell: the server could not say who is signed in. */
export function BareError(props: ErrorComponentProps) {
  return (
    <main>
      <RouteError {...props} />
    </main>
  );
}
