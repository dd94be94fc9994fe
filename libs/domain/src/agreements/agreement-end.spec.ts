import { endAgreement } from './agreement-end.js';
import type { InForce } from './coming-into-force.js';

const past: InForce = { id: '1', number: 1, effectiveFrom: '2026-01-01', effectiveTo: '2026-06-30' };
const current: InForce = { id: '2', number: 2, effectiveFrom: '2026-07-01', effectiveTo: null };

describe('the end of an agreement', () => {
  it('ends the version in force, and leaves earlier ones as they were', () => {
    expect(endAgreement(null, [past, current], '2026-09-30')).toEqual([current]);
  });

  it('does not come before a version starts', () => {
    expect(() => endAgreement(null, [past, current], '2026-06-30')).toThrow(
      'Version 2 starts on 2026-07-01; the agreement cannot end before that day.',
    );
  });

  it('comes once', () => {
    expect(() => endAgreement('2026-08-31', [], '2026-09-30')).toThrow('The agreement ended on 2026-08-31 already.');
  });
});
