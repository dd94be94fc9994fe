import { compositeBurnRate, compositeRatio, compositeSlices, slicesToExhaustion } from '../burn.js';

it('weighs what each part misses', () => {
  // 1 - (0.05 · 0.75 + 0.2 · 0.25)
  expect(
    compositeRatio([
      { ratio: '0.95', weight: '0.75' },
      { ratio: '0.8', weight: '0.25' },
    ]),
  ).toBe('0.9125');
  expect(compositeRatio([])).toBe('1');
});

it('weighs burn rates', () => {
  expect(
    compositeBurnRate([
      { burnRate: '14.4', weight: '0.1' },
      { burnRate: '0', weight: '0.9' },
    ]),
  ).toBe('1.44');
});

it('counts a slice as good when every part was', () => {
  expect(
    compositeSlices([
      [true, true, false],
      [true, false, false],
    ]),
  ).toEqual([true, false, false]);
  expect(() => compositeSlices([[true], []])).toThrow(expect.objectContaining({ path: 'parts[1].length', value: 0 }));
});

it('tells how many bad slices a promised mean bears', () => {
  const terms = { targetPercent: '99', slices: 40_320, normalRatio: '1' };

  expect(slicesToExhaustion({ ...terms, lowRatio: '0' })).toBe('403.2');
  expect(slicesToExhaustion({ ...terms, lowRatio: '0.5' })).toBe('806.4');
  expect(slicesToExhaustion({ ...terms, lowRatio: '1' })).toBeNull();
});
