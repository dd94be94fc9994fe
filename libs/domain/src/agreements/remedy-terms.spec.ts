import { assertRemedyTerms, claimableUntil, contractYearOf, type RemedyTerms, usualRemedy } from './remedy-terms.js';

const terms = (other: Partial<RemedyTerms> = {}): RemedyTerms => ({ ...usualRemedy('uc')!, ...other });

describe('what an agreement says of credits', () => {
  it('is taken as the usual where it says nothing', () => {
    expect([usualRemedy('sla')?.isAutomatic, usualRemedy('uc')?.isAutomatic, usualRemedy('ola')]).toEqual([
      true,
      false,
      null,
    ]);
    expect(() => assertRemedyTerms(terms())).not.toThrow();
  });

  it.each<[Partial<RemedyTerms>, string]>([
    [{ periodCapPercent: '101' }, 'periodCapPercent'],
    [{ yearCap: '-1' }, 'yearCap'],
    [{ yearFromMonth: 13 }, 'yearFromMonth'],
    [{ earnBack: { periods: 0, levelPercent: null } }, 'earnBack'],
    [{ earnBack: { periods: 3, levelPercent: '101' } }, 'earnBack'],
    [{ combination: 'points' }, 'pointsTable'],
    [{ repeatDoubles: true }, 'repeatDoubles'],
    [
      {
        combination: 'points',
        pointsTable: [
          { points: 1, percent: '1' },
          { points: 1, percent: '2' },
        ],
      },
      'pointsTable',
    ],
    [{ isAutomatic: true, deadline: { anchor: 'periodEnd', unit: 'days', count: 30, rolls: false } }, 'deadline'],
  ])('is refused when it is %j', (wrong, field) => {
    expect(() => assertRemedyTerms(terms(wrong))).toThrow(
      expect.objectContaining({ code: 'WRONG_REMEDY', field: expect.arrayContaining([field]) }),
    );
  });

  it('has a year that begins where the contract says', () => {
    expect(contractYearOf({ yearFromMonth: 4 }, '2026-03-31')).toBe('2025-04-01');
    expect(contractYearOf({ yearFromMonth: 4 }, '2026-04-30')).toBe('2026-04-01');
  });
});

describe('a claim', () => {
  const days = { occurrence: '2026-05-08', periodEnd: '2026-05-31', closing: '2026-06-03' };
  const until = (deadline: RemedyTerms['deadline'], holidays: string[] = []) =>
    claimableUntil({ deadline }, days, { zone: 'Europe/Berlin', holidays })?.lastDay;

  it.each<[string, RemedyTerms['deadline'], string | undefined]>([
    ['whenever one likes', null, undefined],
    ['thirty days after the period', { anchor: 'periodEnd', unit: 'days', count: 30, rolls: false }, '2026-06-30'],
    [
      'to the end of the second month after it',
      { anchor: 'occurrence', unit: 'monthEnds', count: 2, rolls: false },
      '2026-07-31',
    ],
    ['five business days', { anchor: 'occurrence', unit: 'businessDays', count: 5, rolls: false }, '2026-05-15'],
    ['ten days, which roll off a Saturday', { anchor: 'closing', unit: 'days', count: 10, rolls: true }, '2026-06-15'],
  ])('is in time %s', (_, deadline, lastDay) => {
    expect(until(deadline)).toBe(lastDay);
  });

  it('knows the holidays of the agreement, and when its last day ends there', () => {
    const deadline = { anchor: 'closing', unit: 'businessDays', count: 1, rolls: false } as const;
    expect(until(deadline, ['2026-06-04'])).toBe('2026-06-05');
    expect(claimableUntil({ deadline }, days, { zone: 'Europe/Berlin', holidays: [] })?.to.toISOString()).toBe(
      '2026-06-04T22:00:00.000Z',
    );
  });
});
