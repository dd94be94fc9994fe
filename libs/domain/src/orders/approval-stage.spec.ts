import * as fc from 'fast-check';
import type { ApprovalNeed } from './approval-rule.js';
import {
  decidersOf,
  neededOf,
  type Seat,
  seatFor,
  stageOutcome,
  standInsFor,
  type ApprovalVerdict,
} from './approval-stage.js';

const seat = (personId: string, verdict: ApprovalVerdict | null = null, byId = verdict && personId): Seat => ({
  personId,
  delegateId: null,
  verdict,
  byId,
});

const need = fc.oneof<fc.Arbitrary<ApprovalNeed>[]>(
  fc.constantFrom('any' as const, 'all' as const),
  fc.record({ count: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ percent: fc.integer({ min: 1, max: 100 }) }),
);
const seats = fc
  .array(fc.constantFrom<ApprovalVerdict | null>('approved', 'refused', null), { minLength: 1, maxLength: 8 })
  .map((verdicts) => verdicts.map((verdict, i) => seat(`p${i}`, verdict)));

describe('a stage', () => {
  it.each<[ApprovalNeed, number, number]>([
    ['any', 3, 1],
    ['all', 3, 3],
    ['all', 0, 1],
    [{ count: 2 }, 3, 2],
    [{ count: 4 }, 3, 4],
    [{ percent: 50 }, 3, 2],
    [{ percent: 100 }, 3, 3],
    [{ percent: 1 }, 3, 1],
    [{ percent: 29 }, 100, 29],
  ])('that needs %j of %i needs %i', (needs, people, needed) => {
    expect(neededOf(needs, people)).toBe(needed);
  });

  it('is refused as soon as the quorum is out of reach, and not before', () => {
    const quorum = { count: 2 };

    expect(stageOutcome(quorum, [seat('a'), seat('b', 'refused'), seat('c')])).toBe('open');
    expect(stageOutcome(quorum, [seat('a'), seat('b', 'refused'), seat('c', 'refused')])).toBe('refused');
    expect(stageOutcome(quorum, [seat('a', 'approved'), seat('b', 'refused'), seat('c', 'approved')])).toBe('approved');
    expect(stageOutcome('all', [seat('a', 'approved'), seat('b', 'refused')])).toBe('refused');
  });

  it('is decided exactly when whatever else could be said would not change it', () => {
    fc.assert(
      fc.property(need, seats, (needs, given) => {
        const open = given.flatMap(({ verdict }, i) => (verdict === null ? [i] : []));
        const ends = (last: ApprovalVerdict) =>
          given.map((one, i) => (open.includes(i) ? seat(one.personId, last) : one));
        const [best, worst] = [stageOutcome(needs, ends('approved')), stageOutcome(needs, ends('refused'))];
        expect(best).not.toBe('open');
        expect(stageOutcome(needs, given)).toBe(best === worst ? best : 'open');
      }),
    );
  });
});

describe('who decides in a stage', () => {
  const away = [
    { personId: 'Marco', substituteId: 'Priya', namedByIds: ['Adam', 'Marco'] },
    { personId: 'Priya', substituteId: 'Quinn', namedByIds: ['Priya'] },
  ];

  it('is who was asked, or who stands in for them that day; chains are not followed', () => {
    expect(seatFor('Marco', [seat('Marco')], away, [])).toMatchObject({ personId: 'Marco' });
    expect(seatFor('Priya', [seat('Marco')], away, [])).toMatchObject({ personId: 'Marco' });
    expect(seatFor('Quinn', [seat('Marco')], away, [])).toBeNull();
    expect(decidersOf([seat('Marco')], away, [])).toEqual(['Marco', 'Priya']);
  });

  it('is the person to whom it was handed, besides who handed it over', () => {
    const handed = { ...seat('Marco'), delegateId: 'Dana' };

    expect(decidersOf([handed], [{ personId: 'Dana', substituteId: 'Eve', namedByIds: ['Dana'] }], [])).toEqual([
      'Dana',
      'Marco',
    ]);
  });

  it('is never the requester or the beneficiary, nor their substitute for them', () => {
    expect(seatFor('Priya', [seat('Marco')], away, ['Priya'])).toBeNull();
    expect(seatFor('Priya', [seat('Marco')], away, ['Marco'])).toBeNull();
    expect(decidersOf([seat('Marco'), seat('Olga')], away, ['Marco'])).toEqual(['Olga']);
    // Nor whom they named for who is asked.
    expect(decidersOf([seat('Marco')], away, ['Adam'])).toEqual(['Marco']);
    const [marco] = [seat('Marco')];
    expect(standInsFor(marco, [marco], away, [])).toEqual(['Priya']);
    expect(['Priya', 'Marco', 'Adam'].map((one) => standInsFor(marco, [marco], away, [one]))).toEqual([[], [], []]);
  });

  it('counts each person once, whoever they stand in for', () => {
    const [marco, priya] = [seat('Marco'), seat('Priya')];

    expect(seatFor('Priya', [marco, priya], away, [])).toBe(priya);
    expect(seatFor('Priya', [marco, { ...priya, verdict: 'approved', byId: 'Priya' }], away, [])).toBeNull();
    expect(seatFor('Priya', [{ ...marco, verdict: 'approved', byId: 'Priya' }, priya], away, [])).toBeNull();
    expect(seatFor('Marco', [{ ...marco, verdict: 'approved', byId: 'Priya' }], away, [])).toBeNull();
  });

  it('never lets a random crowd fill more seats than there are persons, nor one that is concerned', () => {
    const person = fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(
        fc.uniqueArray(person, { minLength: 1 }),
        fc.array(
          fc.record({ personId: person, substituteId: person, namedByIds: fc.array(person, { maxLength: 2 }) }),
          { maxLength: 6 },
        ),
        fc.array(person, { maxLength: 2 }),
        fc.array(person, { maxLength: 20 }),
        (asked, substitutions, concerned, turns) => {
          let stage = asked.map((one) => seat(one));
          for (const turn of turns) {
            const taken = seatFor(turn, stage, substitutions, concerned);
            expect(taken !== null).toBe(decidersOf(stage, substitutions, concerned).includes(turn));
            stage = stage.map((one) => (one === taken ? { ...one, verdict: 'approved', byId: turn } : one));
          }
          const deciders = stage.flatMap(({ byId }) => (byId ? [byId] : []));
          expect(new Set(deciders).size).toBe(deciders.length);
          expect(deciders.filter((decider) => concerned.includes(decider))).toEqual([]);
          const filled = stage.filter(({ verdict }) => verdict !== null).map(({ personId }) => personId);
          expect(filled.filter((one) => concerned.includes(one))).toEqual([]);
        },
      ),
    );
  });
});
