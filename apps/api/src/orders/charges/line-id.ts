import { isUUID } from 'class-validator';

/** What names a line: a case is on the bill of a subscription once. */
export interface LineKey {
  caseId: string;
  subscriptionId: string;
}

/** As the view `bill_line` writes it. */
export const lineIdOf = ({ caseId, subscriptionId }: LineKey): string => `${caseId}.${subscriptionId}`;

/** @returns null for what is no id of a line. */
export function readLineId(id: string): LineKey | null {
  const [caseId, subscriptionId, ...more] = id.split('.');
  return isUUID(caseId) && isUUID(subscriptionId) && more.length === 0
    ? { caseId: caseId!, subscriptionId: subscriptionId! }
    : null;
}
