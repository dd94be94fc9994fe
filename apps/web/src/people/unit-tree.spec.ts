import { expect, it } from 'vitest';
import { unitTree } from './unit-tree';

const unit = (id: string, parent: string | null = null, endedAt: string | null = null) => ({
  id,
  name: id,
  endedAt,
  parent: parent === null ? null : { id: parent },
});
const units = [unit('sales-north', 'sales'), unit('board'), unit('sales'), unit('old', null, '2026-01-01T00:00:00Z')];

it('lists units below their parents, by name, without those that have ended', () => {
  expect(unitTree(units).map(({ unit: { id }, depth }) => [id, depth])).toEqual([
    ['board', 0],
    ['sales', 0],
    ['sales-north', 1],
  ]);
});

it('leaves out a unit with all below it, so that it is not hung below itself', () => {
  expect(unitTree(units, 'sales').map(({ unit: { id } }) => id)).toEqual(['board']);
});
