import { describe, expect, it } from 'vitest';
import { missingOf } from './missing-of';

const today = '2026-04-10';
const review = { state: 'PLANNED' as const, plannedOn: '2026-04-15', commentedAt: null, decisions: [] };

describe('what a review still needs', () => {
  it('is its pack while it is planned, and its day once that is over', () => {
    expect(missingOf(review, today)).toEqual(['pack']);
    expect(missingOf({ ...review, plannedOn: '2026-04-09' }, today)).toEqual(['overdue', 'pack']);
  });
  it('is the words of the provider and the meeting once the pack is frozen', () => {
    expect(missingOf({ ...review, state: 'PACK_FROZEN' }, today)).toEqual(['comment', 'held']);
    const commented = { ...review, state: 'PACK_FROZEN' as const, commentedAt: '2026-04-09T10:00:00Z' };
    expect(missingOf(commented, today)).toEqual(['held']);
  });
  it('is a decision once it is held, then its close, then nothing', () => {
    const held = { ...review, plannedOn: '2026-04-01', state: 'HELD' as const };
    expect(missingOf(held, today)).toEqual(['decision']);
    expect(missingOf({ ...held, decisions: [{ id: '1' }] }, today)).toEqual(['close']);
    expect(missingOf({ ...held, state: 'CLOSED', decisions: [{ id: '1' }] }, today)).toEqual([]);
  });
});
