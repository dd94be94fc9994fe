import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { safeReturn } from '../app/safe-return';

/** After signing in: forget what was known as somebody else, and go where one wanted to. */
export function useArrive() {
  const client = useQueryClient();
  const router = useRouter();
  return async (address?: string) => {
    client.clear();
    await router.navigate({ href: safeReturn(address), replace: true });
  };
}
