import type { OrderMove } from '../generated/graphql';

type Named = { name: string };
type Order = {
  events: readonly { id: string; at: string; move: OrderMove | null; reason: string | null; by: Named | null }[];
  comments: readonly { id: string; at: string; text: string; by: Named }[];
};
type Said = { id: string; at: string; kind: 'asked' | 'answered' | 'said'; name: string; text: string };

const kinds: Partial<Record<OrderMove, Said['kind']>> = {
  ASK_BEFORE_APPROVAL: 'asked',
  ASK_DURING_WORK: 'asked',
  ANSWER: 'answered',
};

/** Questions, answers and comments as one talk, oldest first. */
export function dialogueOf({ events, comments }: Order): Said[] {
  const asked = events.flatMap(({ id, at, move, reason, by }): Said[] => {
    const kind = move && kinds[move];
    return kind ? [{ id, at, kind, name: by?.name ?? '', text: reason ?? '' }] : [];
  });
  const said = comments.map(({ id, at, text, by }): Said => ({ id, at, kind: 'said', name: by.name, text }));
  return [...asked, ...said].sort((a, b) => a.at.localeCompare(b.at));
}
