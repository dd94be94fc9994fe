import { expect, it } from 'vitest';
import type { CommitmentRowFragment } from '../../generated/graphql';
import { grouped, heatRow } from './heat-rows';
import '../words';

type Result = CommitmentRowFragment['results'][number];

const months = ['2026-01', '2026-02', '2026-03', '2026-04'];

function result(period: string, differing: Partial<Result> = {}): Result {
  return {
    period,
    state: 'FROZEN',
    verdict: 'MET',
    deemed: false,
    breached: false,
    figure: '99.97',
    target: '99.9',
    margin: '0.07',
    hasLateData: false,
    viewerCanClose: false,
    budget: { unit: 'ms', left: '600000', leftPercent: '70' },
    ...differing,
  };
}

function commitment(service: string, results: Result[], provider = 'Ours'): CommitmentRowFragment {
  return {
    id: service,
    slug: 'uptime',
    name: 'Uptime',
    viewerCanClose: false,
    service: { slug: service.toLowerCase(), name: service, owner: null, provider: { name: provider } },
    agreement: { kind: 'SLA', timeZone: 'Etc/UTC', provider: null },
    terms: {
      target: '99.9',
      comparator: 'AT_LEAST',
      indicator: { __typename: 'TicketsInTimeIndicator' },
    },
    results,
  };
}

it('puts a result into its month, leads to it, and says the whole in words', () => {
  const { cells } = heatRow(commitment('Mail', [result('2026-02', { figure: '99.949', target: '99.95' })]), months);

  expect(Object.keys(cells)).toEqual(['2026-02']);
  expect(cells['2026-02']).toMatchObject({
    // As the server sends it: 99.949 must not read as the 99.95 that was promised.
    text: '99.949',
    bin: 5,
    label: 'Mail: Uptime, Feb 2026, 99.949%, Met, 10 min left',
    target: { params: { service: 'mail', commitment: 'uptime' }, search: { period: '2026-02' } },
  });
});

it('lays a quarter over its months, as far as they are shown', () => {
  const { cells } = heatRow(commitment('Mail', [result('2025-Q4'), result('2026-Q1'), result('2026-Q2')]), months);

  expect(Object.entries(cells).map(([month, cell]) => [month, cell?.span, cell?.periodLabel])).toEqual([
    ['2026-01', 3, 'Q1 2026'],
    ['2026-04', 1, 'Q2 2026'],
  ]);
});

it('gives no colour to what has too little data, which is not 0 %', () => {
  const missing = result('2026-03', { verdict: 'INSUFFICIENT_DATA', figure: null });

  expect(heatRow(commitment('Mail', [missing]), months).cells['2026-03']).toMatchObject({ text: '', bin: null });
});

it('says that a month was deemed missed, though its figure looks kept', () => {
  const deemed = result('2026-03', {
    verdict: 'MISSED',
    deemed: true,
    figure: '100',
    budget: { unit: 'ms', left: '2678400', leftPercent: '100' },
  });

  expect(heatRow(commitment('Mail', [deemed]), months).cells['2026-03']).toMatchObject({
    text: 'deemed',
    bin: 2,
    label: 'Mail: Uptime, Mar 2026, 100.00%, Deemed missed',
  });
});

it('keeps groups in the order of their worst row', () => {
  const rows = [commitment('A', [], 'One'), commitment('B', [], 'Two'), commitment('C', [], 'One')];

  expect(grouped(rows, 'provider').map(({ id }) => id)).toEqual(['A', 'C', 'B']);
});
