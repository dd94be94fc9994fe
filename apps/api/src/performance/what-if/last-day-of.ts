import { dayIn } from '@accord/domain';
import type { Interval } from '@accord/sla';

/** The day on which a period ends in a zone. */
export const lastDayOf = (timeZone: string, { to }: Pick<Interval, 'to'>): string => dayIn(timeZone, new Date(to - 1));
