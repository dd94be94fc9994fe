import { createCalendar, createTerms, type Evidence, periodById, type TermsDefinition, whatIf } from '../index.js';

const HOUR = 3_600_000;
const june = periodById('Etc/UTC', '2026-06');
const stretch = (ref: string, fromHour: number, toHour: number) => ({
  ref,
  from: june.from + fromHour * HOUR,
  to: june.from + toHour * HOUR,
});
const definition: TermsDefinition = {
  indicator: { kind: 'availability' },
  objective: { comparator: 'gte', targetPercent: '99.5' },
  creditSchedule: { tiers: [{ gte: null, lt: '99.5', percent: '10' }] },
};
const evidence: Evidence = { kind: 'outages', outages: [stretch('incident 7', 10, 14)] };
const charge = { amount: '1000.00', currency: 'EUR' };
const suppose = (supposition: Parameters<typeof whatIf>[3]) =>
  whatIf(createTerms(definition), june, evidence, supposition, { charge });
const verdicts = ({ before, after }: ReturnType<typeof suppose>) => [before.verdict, after.verdict];

describe('the same history', () => {
  it('is missed under another target, and the differences say by what', () => {
    const answer = suppose({ terms: { objective: { comparator: 'gte', targetPercent: '99' } } });

    expect(verdicts(answer)).toEqual(['missed', 'met']);
    expect(answer.differences).toEqual([
      { figure: 'verdict', before: 'missed', after: 'met', change: null },
      { figure: 'budget.total', before: '12960000', after: '25920000', change: '12960000' },
      { figure: 'budget.left', before: '-1440000', after: '11520000', change: '12960000' },
      { figure: 'credit.percent', before: '10', after: '0', change: '-10' },
      { figure: 'credit.amount', before: '100.00', after: '0.00', change: '-100' },
    ]);
    expect(answer.explanation[0]).toEqual({
      rule: 'whatIf.supposed',
      inputs: { terms: ['objective'], exclusions: 0, maintenance: 0 },
      result: 'met',
    });
    expect(answer.explanation).toHaveLength(6);
  });

  it('is met once part of the outage is agreed to be left out', () => {
    const answer = suppose({ exclusions: [stretch('storm', 12, 14)] });

    expect(verdicts(answer)).toEqual(['missed', 'met']);
    expect(answer.explanation[0]).toMatchObject({ inputs: { exclusions: 1 }, evidence: ['storm'] });
  });

  it('is judged by the hours of another calendar', () => {
    const nights = createCalendar({
      zone: 'Etc/UTC',
      weekly: { mon: [['10:00', '11:00']], tue: [['00:00', '24:00']] },
    });
    const { after, differences } = suppose({ terms: { calendar: nights } });

    expect(after.numerator).toBe(String((5 * 24 + 5 - 1) * HOUR));
    expect(differences.map(({ figure }) => figure)).toContain('denominator');
  });

  it('pays by another schedule, or another charge', () => {
    expect(suppose({ terms: { creditSchedule: { proportional: { factor: '1' } } } }).after.credit!.amount).toBe('5.56');
    expect(suppose({ charge: { amount: '10', currency: 'USD' } }).differences).toEqual([
      { figure: 'credit.amount', before: '100.00', after: '1.00', change: null },
      { figure: 'credit.currency', before: 'EUR', after: 'USD', change: null },
    ]);
  });

  it('is the same when nothing is supposed', () => {
    const { before, after, differences } = suppose({});

    expect(after).toEqual(before);
    expect(differences).toEqual([]);
  });

  it('cannot be judged by terms that no contract could state', () => {
    expect(() => suppose({ terms: { objective: { comparator: 'gte', targetPercent: '101' } } })).toThrow(
      expect.objectContaining({ path: 'objective.targetPercent', value: '101' }),
    );
  });
});
