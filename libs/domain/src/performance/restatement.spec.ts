import { assertMayRestate, type ComparedResult, isBetter } from './restatement.js';

const result = (verdict: ComparedResult['verdict'], numerator: string, denominator = '100'): ComparedResult => ({
  verdict,
  numerator,
  denominator,
});

describe('a result is better', () => {
  it.each([
    ['met after missed', 'atLeast', result('missed', '80'), result('met', '95'), true],
    [
      'unknown after missed, which owes nothing',
      'atLeast',
      result('missed', '80'),
      result('insufficientData', '0', '0'),
      true,
    ],
    ['missed by less', 'atLeast', result('missed', '80'), result('missed', '85'), true],
    ['met by more', 'atLeast', result('met', '95'), result('met', '950', '999'), true],
    ['fewer bad ones, where at most is promised', 'atMost', result('met', '4'), result('met', '3'), true],
    ['more bad ones, where at most is promised', 'atMost', result('met', '3'), result('met', '4'), false],
    ['missed after met', 'atLeast', result('met', '95'), result('missed', '80'), false],
    ['the same of more', 'atLeast', result('met', '95'), result('met', '190', '200'), false],
    ['nothing at all', 'atLeast', result('insufficientData', '0', '0'), result('insufficientData', '0', '0'), false],
  ] as const)('%s', (_, comparator, was, now, better) => expect(isBetter(comparator, was, now)).toBe(better));
});

it('is restated by nobody who is measured by it, and for the better by nobody who brought the data', () => {
  const restated = {
    comparator: 'atLeast',
    was: result('missed', '80'),
    now: result('met', '95'),
    isMeasured: false,
    hasLateData: true,
  } as const;

  expect(() => assertMayRestate({ ...restated, isOwnData: true })).toThrow(
    expect.objectContaining({ code: 'SECOND_PERSON_NEEDED' }),
  );
  expect(() => assertMayRestate({ ...restated, isOwnData: false, isMeasured: true })).toThrow(
    expect.objectContaining({ code: 'MEASURED_BY_IT' }),
  );
  expect(() => assertMayRestate({ ...restated, isOwnData: false })).not.toThrow();
  expect(() => assertMayRestate({ ...restated, isOwnData: true, hasLateData: false })).not.toThrow();
  const worse = { ...restated, was: restated.now, now: restated.was, isOwnData: true };
  expect(() => assertMayRestate(worse)).not.toThrow();
  expect(() => assertMayRestate({ ...worse, isMeasured: true })).toThrow(
    expect.objectContaining({ code: 'MEASURED_BY_IT' }),
  );
});
