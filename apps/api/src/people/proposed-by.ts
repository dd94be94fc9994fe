import type { Act } from '../platform/act/act.js';

/** What is known of a proposal that waits for a second person. */
export const proposedBy = ({ viewer, at }: Act) => ({
  state: 'proposed' as const,
  proposedById: viewer.personId,
  proposedAt: at,
  decidedById: null,
  decidedAt: null,
  decisionReason: null,
  bootstrap: false,
});
