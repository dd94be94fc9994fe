import type { StoredStep } from '../performance/results/stored-judgement.js';
export interface DeliveryRow {
  explanation: StoredStep[];
  calendarId: string;
}
export function deliveryOf(..._: unknown[]): Promise<DeliveryRow | null> {
  throw new Error('soon');
}
