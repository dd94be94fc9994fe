import { describe, expect, it } from 'vitest';
import { kpiScale } from './kpi-scale';

describe('the scale of a KPI', () => {
  it('holds floor, target and what was measured', () => {
    expect(kpiScale(98.5, 96, 99)).toEqual({ min: 95, max: 100, bands: [96, 99] });
    expect(kpiScale(90, 96, 99).min).toBe(89);
  });
  it('turns its bands where less is better', () => {
    expect(kpiScale(5, 8, 4)).toMatchObject({ bands: [4, 8] });
  });
  it('never leaves 0 to 100', () => {
    expect(kpiScale(0.1, 3, 0)).toMatchObject({ min: 0, max: 4 });
    expect(kpiScale(100, 90, 99)).toMatchObject({ max: 100 });
  });
});
