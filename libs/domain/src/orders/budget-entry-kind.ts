/**
 * What an entry does to its budget. A promise is first `reserved`, then `committed` by the approval; it ends `released`
 * or `expired` before, `freed` after it. What charges have shown is `spent`.
 */
export const BUDGET_ENTRY_KINDS = ['reserved', 'released', 'expired', 'committed', 'freed', 'spent'] as const;
export type BudgetEntryKind = (typeof BUDGET_ENTRY_KINDS)[number];

/** What a move of an order does to its money; `released` gives back whatever was promised, `releasedPart` that of items. */
export type MoneyMove = 'reserved' | 'committed' | 'released' | 'releasedPart';
