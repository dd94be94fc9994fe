import { figureOver, type FrozenResult } from './figure-over.js';

const met = (numerator: string, denominator: string, more: Partial<FrozenResult> = {}): FrozenResult => ({
  verdict: 'met',
  deemed: false,
  numerator,
  denominator,
  coverage: '100',
  ...more,
});
const unknown = met('0', '0', { verdict: 'insufficientData', coverage: '12' });

it('is the ratio of sums, never a mean of ratios', () => {
  expect(figureOver([met('9', '10'), met('90', '90', { verdict: 'missed' })])).toEqual({
    state: 'measured',
    figure: '99',
    numerator: '99',
    denominator: '100',
  });
  expect(figureOver([met('2', '3')]).figure).toBe(`66.${'6'.repeat(31)}7`);
});

it('leaves results without data out of the sums', () => {
  expect(figureOver([met('9', '10'), { ...unknown, numerator: '5', denominator: '50' }])).toMatchObject({
    figure: '90',
    denominator: '10',
  });
});

it('tells why there is no figure', () => {
  expect(figureOver([unknown])).toMatchObject({ state: 'noData', figure: null });
  expect(figureOver([{ ...unknown, coverage: '100.00' }])).toMatchObject({ state: 'noActivity', figure: null });
  expect(figureOver([])).toMatchObject({ state: 'noActivity', figure: null });
  expect(figureOver([met('9', '10'), met('0', '0', { verdict: 'missed', deemed: true })])).toMatchObject({
    state: 'deemed',
    figure: null,
  });
});
