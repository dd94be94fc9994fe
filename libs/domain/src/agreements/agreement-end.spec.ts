import { endAgreement } from './agreement-end.js';
import type { InForce } from './coming-into-force.js';

const past: InForce = { id: '1', number: 1, effectiveFrom: '2026-01-01', effectiveTo: '2026-06-30' };
const current: InForce = { id: '2', number: 2, effectiveFrom: '2026-07-01', effectiveTo: null };
const agreement = { endedOn: null, inForce: [past, current], closedTo: null };

describe('the end of an agreement', () => {
  it('ends the version in force, and leaves earlier ones as they were', () => {
    expect(endAgreement(agreement, '2026-09-30')).toEqual([current]);
  });

  it('does not come before a version starts', () => {
    expect(() => endAgreement(agreement, '2026-06-30')).toThrow(
      'Version 2 starts on 2026-07-01; the agreement cannot end before that day.',
    );
  });

  it('comes once', () => {
    expect(() => endAgreement({ ...agreement, endedOn: '2026-08-31' }, '2026-09-30')).toThrow(
      'The agreement ended on 2026-08-31 already.',
    );
  });

  it('leaves closed periods as they were promised', () => {
    const closed = { ...agreement, closedTo: '2026-08-31' };
    expect(() => endAgreement(closed, '2026-08-30')).toThrow(
      'Periods up to 2026-08-31 are closed; the agreement ends on that day or later.',
    );
    expect(endAgreement(closed, '2026-08-31')).toEqual([current]);
  });
});
