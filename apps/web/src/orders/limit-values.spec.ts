import { expect, it } from 'vitest';
import { limitsOfValues, limitValues } from './limit-values';

it('sends what was said of each unit, whatever it is called, and nothing of the others', () => {
  const values = limitValues([
    { unitName: 'vCPU.h', units: '8' },
    { unitName: 'GB', units: '0.5' },
  ]);

  expect(Object.keys(values)).toEqual(['vCPU_h', 'GB']);
  expect(limitsOfValues({ ...values, disk: { unitName: 'disk', units: null } })).toEqual([
    { unitName: 'vCPU.h', units: '8' },
    { unitName: 'GB', units: '0.500000' },
  ]);
});
