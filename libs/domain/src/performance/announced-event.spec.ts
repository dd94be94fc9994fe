import { type AnnouncedEvent, eventMove } from './announced-event.js';

const event = (differing: Partial<AnnouncedEvent> = {}): AnnouncedEvent => ({
  sequence: 1,
  from: new Date('2026-03-20T01:00:00Z'),
  to: new Date('2026-03-20T03:00:00Z'),
  isCancelled: false,
  ...differing,
});
const later = { from: new Date('2026-03-21T01:00:00Z'), to: new Date('2026-03-21T03:00:00Z') };

it.each([
  ['new', event(), null, 'announce'],
  ['cancelled before it was ever known', event({ isCancelled: true }), null, 'none'],
  ['the same again', event(), event(), 'none'],
  ['the same with a greater sequence', event({ sequence: 2 }), event(), 'none'],
  ['at another time', event({ sequence: 2, ...later }), event(), 'change'],
  ['at another time by a calendar that counts no sequence', event(later), event(), 'change'],
  ['older than what is known', event({ sequence: 0, ...later }), event(), 'none'],
  ['cancelled', event({ isCancelled: true }), event(), 'cancel'],
  ['the same, which people have cancelled', event(), event({ isCancelled: true }), 'none'],
  ['planned anew after it was cancelled', event({ sequence: 2 }), event({ isCancelled: true }), 'announce'],
])('an event that is %s', (_, now, known, move) => {
  expect(eventMove(now, known)).toBe(move);
});
