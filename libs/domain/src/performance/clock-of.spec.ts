import { clockOf, type TicketTimes } from './clock-of.js';

const TICKET: TicketTimes = {
  openedAt: 10,
  firstResponseAt: 20,
  resolvedAt: 70,
  closedAt: 90,
  pauses: [
    { from: 25, to: 30, state: 'paused' },
    { from: 40, to: 50, state: 'resolved' },
    { from: 70, to: 90, state: 'resolved' },
  ],
};

it('stops the clock of a first response when somebody answers', () => {
  expect(clockOf('firstResponse', TICKET)).toEqual({ startAt: 10, stopAt: 20, pauses: [] });
});

it('holds the resolution clock while it waits, and between a resolution and being opened again', () => {
  expect(clockOf('resolution', TICKET)).toEqual({
    startAt: 10,
    stopAt: 70,
    pauses: [
      { from: 25, to: 30 },
      { from: 40, to: 50 },
    ],
  });
});

it('lets the closure clock run while a ticket is only resolved', () => {
  expect(clockOf('closure', TICKET)).toEqual({ startAt: 10, stopAt: 90, pauses: [{ from: 25, to: 30 }] });
});

it('takes a closed ticket for resolved and answered where its source does not say when', () => {
  const silent = { ...TICKET, firstResponseAt: null, resolvedAt: null };
  expect(clockOf('firstResponse', silent).stopAt).toBe(90);
  expect(clockOf('resolution', silent).stopAt).toBe(90);
});

it('runs on while nothing has stopped it', () => {
  const open = { ...TICKET, firstResponseAt: null, resolvedAt: null, closedAt: null };
  expect(clockOf('resolution', open).stopAt).toBeNull();
});
