import { describe, expect, it } from 'vitest';
import { type CountDraft, definitionOf, lackingParts, type TicketDraft, withMeaning } from './draft';

const tickets: TicketDraft = {
  kind: 'tickets',
  format: { delimiter: ',', encoding: 'utf-8', missing: [] },
  time: { format: 'iso8601', zone: 'UTC' },
  identity: { number: 'Key' },
  clock: {},
  state: { values: {}, otherwise: 'refuse' },
  priority: { values: {} },
};

describe('a mapping on its way', () => {
  it('says what is open', () => {
    expect(lackingParts(tickets)).toEqual(['observedAt', 'openedAt', 'state', 'priorityColumn']);
    expect(lackingParts({ ...tickets, priority: { impact: 'Impact', matrix: {} } })).toContain('urgency');
    const counts: CountDraft = {
      kind: 'counts',
      format: tickets.format,
      time: tickets.time,
      from: 'a',
      to: { minutes: 5 },
      series: { name: ' ' },
      good: 'b',
      total: 'c',
    };
    expect(lackingParts(counts)).toEqual(['series']);
    const values = { ...counts, kind: 'values', series: { column: 'd' }, unit: { name: '' } } as const;
    expect(lackingParts(values)).toEqual(['values', 'unit']);
  });

  it('is sent without what was begun and left open', () => {
    const begun = {
      ...tickets,
      pause: { column: 'Why', reasons: [] },
      author: { automatic: ['bot'] },
      service: {},
      holder: '',
    };
    expect(JSON.parse(definitionOf(begun))).toEqual(tickets);
  });

  it('gives a value another meaning, or none', () => {
    expect(withMeaning({ Open: 'new' }, 'Open', 'active')).toEqual({ Open: 'active' });
    expect(withMeaning({ Open: 'new' }, 'Open', null)).toEqual({});
  });
});
