import type { ReviewRowFragment } from '../generated/graphql';

type Missing = 'overdue' | 'pack' | 'comment' | 'held' | 'decision' | 'close';

/** What a review still needs, first things first. */
export function missingOf(
  {
    state,
    plannedOn,
    commentedAt,
    decisions,
  }: Pick<ReviewRowFragment, 'state' | 'plannedOn' | 'commentedAt' | 'decisions'>,
  today: string,
): Missing[] {
  const late: Missing[] = plannedOn < today && (state === 'PLANNED' || state === 'PACK_FROZEN') ? ['overdue'] : [];
  if (state === 'PLANNED') return [...late, 'pack'];
  if (state === 'PACK_FROZEN') return [...late, ...(commentedAt ? [] : (['comment'] as const)), 'held'];
  if (state === 'HELD') return decisions.length > 0 ? ['close'] : ['decision'];
  return [];
}
