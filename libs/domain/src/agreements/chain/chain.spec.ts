import { ALWAYS_OPEN, createCalendar } from '@accord/sla';
import { DomainError } from '../../domain-error.js';
import type { Indicator } from '../indicator.js';
import { ChainNeeds } from './chain-needs.js';
import type { ChainPromise } from './chain-promise.js';
import { judgeChainOf } from './judge-chain-of.js';
import { assertRestsNotOnItself, assertUnderpinning } from './underpinning.js';

const YEAR = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) };
const HOUR = 3_600_000;
const UP: Indicator = { kind: 'availability', source: 'outages', shortestOutageMs: 0, longestHoldMs: null };
const inTime = (hours: number, metric: 'resolution' | 'firstResponse' = 'resolution'): Indicator => ({
  kind: 'ticketsInTime',
  metric,
  targets: [{ priority: 1, targetMs: hours * HOUR }],
  lowVolumeUnder: null,
  allowedFailures: null,
});

/** `portal sla 99.9`: on the service portal, an SLA of 99.9 %; its id is `portal sla`. */
function promised(text: string, more: Partial<ChainPromise> & { indicator?: Indicator } = {}): ChainPromise {
  const [serviceId, agreementKind, target] = text.split(' ') as [string, 'sla' | 'ola' | 'uc', string];
  const { indicator = UP, ...rest } = more;
  return {
    id: `${serviceId} ${agreementKind}`,
    serviceId,
    agreementKind,
    promise: { indicator, target, comparator: 'atLeast', windowKind: 'month' },
    calendar: ALWAYS_OPEN,
    endsOn: null,
    underpinnedBy: [],
    ...rest,
  };
}

const rests = (serviceId: string, ...on: string[]) =>
  on.map((supportingServiceId) => ({ serviceId, supportingServiceId }));

const judged = (id: string, promises: ChainPromise[], supports: ReturnType<typeof rests> = []) =>
  judgeChainOf(id, new ChainNeeds({ promises, supports }), YEAR);

const idsOf = (chain: ReturnType<typeof judged>) => chain?.links.map(({ promise, depth }) => `${depth} ${promise.id}`);

describe('what a commitment rests on', () => {
  it('is its own OLA and contract, and what is promised on every service beneath it, each once', () => {
    const chain = judged(
      'portal sla',
      [
        promised('portal sla 99.5'),
        promised('portal ola 99.9'),
        promised('portal uc 99.95'),
        promised('database ola 99.95'),
        promised('hosting sla 99'),
        promised('hosting uc 99.9'),
      ],
      // The hosting lies under both; the network, of which nothing is promised, between database and hosting.
      [...rests('portal', 'database', 'hosting'), ...rests('database', 'network'), ...rests('network', 'hosting')],
    );

    expect(idsOf(chain)).toEqual(['0 portal sla', '1 hosting uc', '1 database ola', '1 portal ola', '2 portal uc']);
    // 99.9 % · 99.95 % · 99.9 %: the hosting once.
    expect(chain!.figures).toMatchObject([{ promised: '99.5', attainable: '99.75019995' }]);
    expect(chain!.holds).toBe(true);
  });

  it('is nothing when nothing is promised beneath it', () => {
    expect(judged('portal sla', [promised('portal sla 99.5')], rests('portal', 'network'))).toBeNull();
  });

  it('is a ticket only where it is worked on, and of the same start and stop', () => {
    const chain = judged(
      'portal sla',
      [
        promised('portal sla 90', { indicator: inTime(4) }),
        promised('portal ola 95', { indicator: inTime(5) }),
        promised('portal uc 95', { indicator: inTime(1, 'firstResponse') }),
        promised('database ola 95', { indicator: inTime(4) }),
      ],
      rests('portal', 'database'),
    )!;

    expect(idsOf(chain)).toEqual(['0 portal sla', '1 portal ola']);
    expect(chain.holds).toBe(false);
    expect(chain.figures).toEqual([
      { priority: 1, promised: '90', attainable: '95', promisedMs: 4 * HOUR, attainableMs: 5 * HOUR },
    ]);
    expect(chain.tooWeak).toMatchObject([{ link: 'portal ola', kind: 'time', priority: 1, needed: `${4 * HOUR}` }]);
  });

  it('is what its terms name instead, also alternatives; a part that is not in force is not counted on', () => {
    const named = promised('portal sla 99.99', {
      underpinnedBy: [
        { commitmentIds: ['east uc', 'west uc'], needed: 1 },
        { commitmentIds: ['gone uc'], needed: 1 },
      ],
    });
    const chain = judged('portal sla', [
      named,
      promised('east uc 99'),
      promised('west uc 99'),
      promised('portal uc 90'),
    ])!;

    expect(chain.links[0]!.needs).toEqual([{ anyOf: ['east uc', 'west uc'], needed: 1 }]);
    expect(chain).toMatchObject({ holds: true, figures: [{ attainable: '99.99' }] });
    expect(chain.caveats).toContainEqual({ kind: 'notInForce', link: 'gone uc' });
  });

  it('leaves out what leads back', () => {
    const on = (id: string) => ({ underpinnedBy: [{ commitmentIds: [id], needed: 1 }] });
    const chain = judged('a ola', [promised('a ola 99', on('b ola')), promised('b ola 99', on('a ola'))]);

    expect(idsOf(chain)).toEqual(['0 a ola', '1 b ola']);
  });
});

describe('a promise that its parts cannot carry', () => {
  it('names the weakest link, wherever it lies', () => {
    const chain = judged('portal sla', [
      promised('portal sla 99'),
      promised('portal ola 99.9'),
      promised('portal uc 99.5'),
    ])!;

    expect(chain.holds).toBe(true);
    expect(chain.tooWeak).toMatchObject([{ link: 'portal uc', under: 'portal ola' }]);
    expect(chain.weakest).toBe('portal uc');
  });

  it('counts on what is left of a quarter in its shortest month', () => {
    const quarterly = promised('portal uc 99.9');
    const chain = judged('portal sla', [
      promised('portal sla 99.8'),
      { ...quarterly, promise: { ...quarterly.promise, windowKind: 'quarter' } },
    ])!;

    expect(chain).toMatchObject({ holds: false, figures: [{ attainable: '99.6785714285' }] });
    expect(chain.explanation[0]).toMatchObject({ rule: 'chain.window', result: '99.6785714285' });
  });

  it('says beside it what figures cannot say', () => {
    const office = createCalendar({ zone: 'Etc/UTC', weekly: { mon: [['08:00', '18:00']] } });
    const probes: Indicator = { ...UP, source: 'probes', shortestOutageMs: 300_000 };
    const chain = judged(
      'portal sla',
      [
        promised('portal sla 99'),
        promised('network uc 99.9', { indicator: probes, calendar: office, endsOn: '2026-12-31' }),
      ],
      rests('portal', 'network'),
    )!;

    expect(chain.caveats.map(({ kind }) => kind)).toEqual([
      'endsEarlier',
      'measurementPoint',
      'shortestOutage',
      'maintenance',
    ]);
    expect(chain.tooWeak).toMatchObject([{ kind: 'hours', link: 'network uc' }]);
  });
});

describe('naming what a commitment rests on', () => {
  const parts = [{ id: 'p', name: 'Answers', indicator: inTime(1) }];
  const naming =
    (commitmentIds: string[], needed = commitmentIds.length) =>
    () =>
      assertUnderpinning({ id: 'me', indicator: UP }, [{ commitmentIds, needed }], parts);

  it('is refused for itself, strangers, what measures something else, and numbers that make no sense', () => {
    expect(naming(['me'])).toThrow('A commitment cannot rest on itself.');
    expect(naming(['x'])).toThrow('There is no such commitment.');
    expect(naming(['p'])).toThrow('Answers measures something else');
    expect(naming(['p', 'p'])).toThrow('Name each commitment once.');
    expect(naming(['p'], 2)).toThrow('Of 1 commitments, 1 to 1 are needed.');
    expect(naming([], 0)).toThrow('Name a commitment');
  });

  it('is refused when it leads back, with the way round', () => {
    const known = new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['a']],
    ]);
    expect(() => assertRestsNotOnItself('a', known, (id) => id.toUpperCase())).toThrow(
      new DomainError('CYCLE', 'A commitment cannot rest on itself: A → B → C → A.', ['underpinnedBy']),
    );
    expect(() => assertRestsNotOnItself('d', known, String)).not.toThrow();
  });
});
