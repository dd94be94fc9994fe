import type { ServiceSlug } from './services.js';

/** A survey that is sent with closed tickets: how many answer a week, and which share of them scores 4 or 5. */
export interface SurveyHabit {
  service: ServiceSlug;
  survey: string;
  everyWeek: number;
  satisfied: number;
  /** By month, where it was another share. */
  months?: Readonly<Record<number, number>>;
}

export const SURVEYS: readonly SurveyHabit[] = [
  {
    service: 'it-help-desk',
    survey: 'closed tickets',
    everyWeek: 11,
    satisfied: 0.9,
    months: { 6: 0.72, 10: 0.8 },
  },
];
