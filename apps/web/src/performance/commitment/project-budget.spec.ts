import { describe, expect, it } from 'vitest';
import { projectBudget } from './project-budget';

const [from, to] = ['2026-03-01T00:00:00Z', '2026-03-31T00:00:00Z'];

describe('projection of an error budget', () => {
  it('goes on in a straight line and says when nothing is left', () => {
    const projected = projectBudget([{ at: '2026-03-11T00:00:00Z', leftPercent: '50' }], from, to);

    expect(projected).toEqual({ at: to, leftPercent: '-50.0000', exhaustedAt: '2026-03-21T00:00:00.000Z' });
  });

  it('names no end of a budget that lasts', () => {
    const projected = projectBudget([{ at: '2026-03-16T00:00:00Z', leftPercent: '90' }], from, to);

    expect(projected).toEqual({ at: to, leftPercent: '80.0000' });
  });

  it('is none without points, without loss, when spent, and at the end', () => {
    expect(projectBudget([], from, to)).toBeUndefined();
    expect(projectBudget([{ at: '2026-03-16T00:00:00Z', leftPercent: '100' }], from, to)).toBeUndefined();
    expect(projectBudget([{ at: '2026-03-16T00:00:00Z', leftPercent: '-1' }], from, to)).toBeUndefined();
    expect(projectBudget([{ at: to, leftPercent: '10' }], from, to)).toBeUndefined();
  });
});
