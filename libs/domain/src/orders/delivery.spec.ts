import { createCalendar } from '@accord/sla';
import { assertDeliveryHours, isDeliveryJudged, judgeDelivery, waitingForRequester } from './delivery.js';

const calendar = createCalendar({
  zone: 'Europe/Berlin',
  weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
});
const clock = (deliveredAt: string | null, asOf: string) => ({
  calendar,
  targetHours: '8',
  submittedAt: Date.parse('2026-11-20T15:00:00Z'), // Friday, one hour before closing.
  pauses: [],
  deliveredAt: deliveredAt === null ? null : Date.parse(deliveredAt),
  asOf: Date.parse(asOf),
});

describe('the delivery of an order', () => {
  it('is due after open time, over the weekend', () => {
    const { dueAt } = judgeDelivery(clock(null, '2026-11-21T00:00:00Z'));

    expect(new Date(dueAt.near).toISOString()).toBe('2026-11-23T15:00:00.000Z');
  });

  it.each([
    ['2026-11-23T15:00:00Z', 'met'],
    ['2026-11-23T15:00:01Z', 'breached'],
  ])('made at %s is %s, whenever one looks', (deliveredAt, state) => {
    for (const asOf of [deliveredAt, '2027-01-01T00:00:00Z'])
      expect(judgeDelivery(clock(deliveredAt, asOf)).state).toBe(state);
  });

  it('does not count while it waits for the requester, and counts while the team holds it', () => {
    const at = (time: string) => Date.parse(`2026-11-23T${time}:00Z`);
    const moves = [
      { at: at('09:00'), to: 'needsInformation', by: 'team' },
      { at: at('11:00'), to: 'fulfilling', by: 'requester' },
      { at: at('12:00'), to: 'onHold', by: 'team' },
      { at: at('13:00'), to: 'fulfilling', by: 'team' },
      { at: at('14:00'), to: 'onHold', by: 'requester' },
    ] as const;

    expect(waitingForRequester(moves)).toEqual([
      { from: at('09:00'), to: at('11:00') },
      { from: at('14:00'), to: null },
    ]);
    const judged = judgeDelivery({
      ...clock(null, '2026-11-23T15:30:00Z'),
      pauses: waitingForRequester(moves),
    });
    // One hour on Friday, then 9 to 15:30 UTC less two and a half hours: the office opens at 8 UTC.
    expect(judged.elapsedMs).toBe((1 + 8 - 0.5 - 2 - 1.5) * 3_600_000);
    expect(judged.explanation.some(({ rule }) => rule.startsWith('clock'))).toBe(true);
  });

  it('is not judged in a draft, nor where nothing came of the order', () => {
    expect(['draft', 'rejected', 'cancelled', 'failed'].some((state) => isDeliveryJudged(state as 'draft'))).toBe(
      false,
    );
    expect(isDeliveryJudged('awaitingApproval')).toBe(true);
  });

  it.each(['0', '-1', '87600.1', '0.00001'])('cannot be promised within %s hours', (hours) => {
    expect(() => assertDeliveryHours(hours)).toThrow('0.0001 to 87600 hours');
  });
});
