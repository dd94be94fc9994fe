import { useSession } from './session';

/** Today's calendar day (`2026-11-22`) where the enterprise is: what "from today" means there. */
export function useToday(): string {
  return todayIn(useSession().enterprise.timeZone);
}

/** `sv-SE` writes dates as ISO does. */
export function todayIn(zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());
}
