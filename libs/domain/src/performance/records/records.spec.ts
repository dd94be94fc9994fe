import { ALWAYS_OPEN, createTerms, judge } from '@accord/sla';
import type { CommitmentPromise } from '../../agreements/commitment-terms.js';
import { termsDefinition } from '../../agreements/commitment-terms.js';
import { compareIncidents, type StatedIncident } from './compare-incidents.js';
import { assertMayDecideAudit, mayDecideAudit } from './figure-audit.js';
import { judgeOfRecord } from './judge-of-record.js';
import { assertIncidents, assertWithinPeriod, readIncidents } from './read-incidents.js';
import { assertFigure, assertMayAgree, mayAgree, sideOfSilence } from './provider-figure.js';

const MINUTE = 60_000;
const period = {
  id: '2026-02',
  window: 'month' as const,
  zone: 'Etc/UTC',
  from: Date.UTC(2026, 1, 1),
  to: Date.UTC(2026, 2, 1),
};
const promise: CommitmentPromise = {
  indicator: { kind: 'availability', source: 'outages', shortestOutageMs: 0, longestHoldMs: null },
  target: '99.9',
  comparator: 'atLeast',
  windowKind: 'month',
  missingData: 'ignore',
  coverageFloor: '0',
  providerOwesData: false,
  excludedTime: 'removed',
  credit: {
    tiers: [
      { gte: '99', lt: '99.9', percent: '10' },
      { gte: null, lt: '99', percent: '25' },
    ],
    minimum: null,
    capPercent: null,
  },
};
const charge = { amount: '1000.00', currency: 'EUR' };
const outage = { ref: 'outage:1', from: period.from, to: period.from + 60 * MINUTE };
const ours = judge(
  createTerms({ ...termsDefinition(promise, ALWAYS_OPEN.definition, 'EUR'), calendar: ALWAYS_OPEN }),
  period,
  { kind: 'outages', outages: [outage] },
  { charge },
);
const byRecord = (figure: string) =>
  judgeOfRecord({ side: 'provider', figure, basis: 'agreement' }, { ours, promise, currency: 'EUR', period, charge });

describe('the figure of record', () => {
  it('decides verdict, budget and credit by the same promise, in the unit of ours', () => {
    expect([ours.verdict, ours.credit?.amount]).toEqual(['missed', '100.00']);
    expect(byRecord('99.95')).toMatchObject({
      verdict: 'met',
      ratio: '0.9995',
      unit: 'ms',
      denominator: ours.denominator,
      credit: { amount: '0.00' },
      budget: { unit: 'ms', total: ours.budget.total, used: '1209600' },
      contributions: [],
    });
    expect(byRecord('98.5')).toMatchObject({ verdict: 'missed', credit: { percent: '25', amount: '250.00' } });
    expect(byRecord('99.9').verdict).toBe('met');
    expect(byRecord('99.8999999999').verdict).toBe('missed');
  });

  it('is told as a step of its own, with ours beside it', () => {
    expect(byRecord('99.95').explanation.map(({ rule }) => rule)).toEqual([
      'period',
      'record',
      'ratio',
      'verdict',
      'credit.tier',
      'credit.amount',
    ]);
  });

  it('tells its verdict in the unit of ours, and as a share where we measured nothing', () => {
    const verdictOf = ({ explanation }: ReturnType<typeof byRecord>) =>
      explanation.find(({ rule }) => rule === 'verdict')!.inputs;
    const nothing = { ...ours, denominator: '0', budget: { ...ours.budget, total: '0' } };
    const unmeasured = judgeOfRecord(
      { side: 'provider', figure: '99.3', basis: 'agreement' },
      { ours: nothing, promise, currency: 'EUR', period, charge },
    );

    expect(verdictOf(byRecord('99.3'))).toMatchObject({ bad: '16934400', total: ours.denominator, unit: 'ms' });
    expect(verdictOf(unmeasured)).toMatchObject({ bad: '0.7', total: '100', unit: 'percent' });
  });

  it.each(['100.1', '-1', '99,9', '1e2', '99.12345678901'])('is no %s', (figure) => {
    expect(() => assertFigure(figure)).toThrow(expect.objectContaining({ code: 'WRONG_FIGURE' }));
  });
});

describe('an answer to a figure', () => {
  const answer = { state: 'stated' as const, statedById: 'x', viewerId: 'm', sides: ['ours' as const] };
  it('is given by the other side, and by another person than who wrote it down', () => {
    expect(mayAgree(answer, 'provider')).toBe(true);
    expect(mayAgree({ ...answer, sides: ['provider'] }, 'ours')).toBe(true);
    const refused: [Parameters<typeof assertMayAgree>[0], 'ours' | 'provider', string][] = [
      [{ ...answer, sides: [] }, 'provider', 'FORBIDDEN'],
      [answer, 'ours', 'FORBIDDEN'],
      [{ ...answer, statedById: 'm' }, 'provider', 'SECOND_PERSON_NEEDED'],
      [{ ...answer, state: 'silent' }, 'provider', 'WRONG_STATE'],
    ];
    for (const [wrong, to, code] of refused)
      expect(() => assertMayAgree(wrong, to)).toThrow(expect.objectContaining({ code }));
  });

  it('that nobody gives leaves ours where we alone measure, and else the one that was stated', () => {
    expect([sideOfSilence('us'), sideOfSilence('provider'), sideOfSilence('both')]).toEqual([
      'ours',
      'provider',
      'provider',
    ]);
  });
});

describe('what an audit found', () => {
  const decision = {
    state: 'proposed' as const,
    proposedById: 'x',
    viewerId: 'm',
    sides: ['ours' as const],
    isMeasured: false,
  };
  it('is confirmed on our side by another person than who brought it, whom the figure does not measure', () => {
    expect(mayDecideAudit(decision)).toBe(true);
    const refused: [Parameters<typeof assertMayDecideAudit>[0], string][] = [
      [{ ...decision, sides: ['provider'] }, 'FORBIDDEN'],
      [{ ...decision, sides: [] }, 'FORBIDDEN'],
      [{ ...decision, proposedById: 'm' }, 'SECOND_PERSON_NEEDED'],
      [{ ...decision, isMeasured: true }, 'MEASURED_BY_IT'],
      [{ ...decision, state: 'confirmed' }, 'WRONG_STATE'],
    ];
    for (const [wrong, code] of refused)
      expect(() => assertMayDecideAudit(wrong)).toThrow(expect.objectContaining({ code }));
  });
});

describe('incidents of both sides', () => {
  const incident = (label: string, from: number, to: number): StatedIncident => ({
    label,
    from: from * MINUTE,
    to: to * MINUTE,
    countedMs: (to - from) * MINUTE,
  });
  const shown = (ours: StatedIncident[], theirs: StatedIncident[]) =>
    compareIncidents(ours, theirs).map(
      (one) => `${one.ours?.label ?? '-'} ${one.theirs?.label ?? '-'} ${one.differenceMs / MINUTE}`,
    );

  it('are the same where they overlap most, each once; the others are known to one side', () => {
    const [a, b, c] = [incident('a', 0, 60), incident('b', 100, 130), incident('c', 200, 210)];
    const [x, y, z] = [incident('x', 5, 50), incident('y', 50, 70), incident('z', 300, 310)];

    expect(shown([a, b, c], [x, y, z])).toEqual(['a x -15', '- y 20', 'b - -30', 'c - -10', '- z 10']);
    expect(shown([], [])).toEqual([]);
    expect(shown([a], [incident('next', 60, 90)])).toEqual(['a - -60', '- next 30']);
  });
});

describe('a file of incidents', () => {
  const head = 'label,from,to,minutes\n';
  it('is read with or without the minutes that count', () => {
    expect(
      readIncidents(
        `${head}"Cable, cut",2026-02-01T08:00:00Z,2026-02-01T09:00:00+00:00,45\nb,2026-02-02T08:00:00Z,2026-02-02T08:30:00Z\n`,
      ),
    ).toEqual([
      {
        label: 'Cable, cut',
        from: Date.UTC(2026, 1, 1, 8),
        to: Date.UTC(2026, 1, 1, 9),
        countedMs: 45 * MINUTE,
        line: 2,
      },
      { label: 'b', from: Date.UTC(2026, 1, 2, 8), to: Date.UTC(2026, 1, 2, 8, 30), countedMs: 30 * MINUTE, line: 3 },
    ]);
    expect(readIncidents(head.replaceAll(',', ';'))).toEqual([]);
  });

  it.each([
    ['a,2026-02-01 08:00,2026-02-01T09:00:00Z', 'instants with their zone'],
    ['a,2026-02-30T08:00:00Z,2026-02-30T09:00:00Z', 'instants with their zone'],
    ['a,02/03/2026 08:00 +01:00,02/03/2026 09:00 +01:00', 'instants with their zone'],
    ['a,2026-02-01T09:00:00Z,2026-02-01T08:00:00Z', 'ends before'],
    ['a,2026-02-01T08:00:00Z,2026-02-01T09:00:00Z,61', 'more than it lasted'],
    ['a,2026-02-01T08:00:00Z,2026-02-01T09:00:00Z,=1', 'no number'],
    [',2026-02-01T08:00:00Z,2026-02-01T09:00:00Z', 'name'],
  ])('is refused with the line for %s', (line, why) => {
    expect(() => readIncidents(`${head}${line}`)).toThrow(
      expect.objectContaining({ code: 'WRONG_INCIDENTS', message: expect.stringMatching(`Line 2 .*${why}`) }),
    );
  });

  it('is refused with the line of the file, past empty ones and a name of two lines; one by itself with its number', () => {
    const text = `${head}\n"a\nb",2026-02-01T08:00:00Z,2026-02-01T09:00:00Z\nc,2026-02-01T09:00:00Z,2026-02-01T08:00:00Z`;
    expect(() => readIncidents(text)).toThrow(
      expect.objectContaining({ message: expect.stringMatching('Line 5 '), field: ['incidentsText'] }),
    );
    expect(() => assertIncidents([{ label: 'c', from: 2, to: 1, countedMs: 0 }])).toThrow(
      expect.objectContaining({
        message: expect.stringMatching('Incident 1 .*ends before'),
        field: ['incidents', '0'],
      }),
    );
  });

  it.each([
    [
      'no heading',
      'Core switch,2026-02-01T08:00:00Z,2026-02-01T09:00:00Z\nEdge,2026-02-02T08:00:00Z,2026-02-02T09:00:00Z',
    ],
    ['one word', 'garbage'],
  ])('is refused with %s, so that the first incident is not taken for it', (_, text) => {
    expect(() => readIncidents(text)).toThrow(
      expect.objectContaining({ code: 'WRONG_INCIDENTS', message: expect.stringContaining('label,from,to,minutes') }),
    );
  });

  it('tells of the period only, to its very end', () => {
    const until = (to: string) => readIncidents(`${head}a,2026-02-28T23:00:00Z,${to}`);

    expect(() => assertWithinPeriod(until('2026-03-01T00:00:00Z'), period)).not.toThrow();
    expect(() => assertWithinPeriod(until('2026-03-01T00:00:01Z'), period)).toThrow(
      expect.objectContaining({ message: expect.stringMatching('Line 2 .*outside the period') }),
    );
  });
});
