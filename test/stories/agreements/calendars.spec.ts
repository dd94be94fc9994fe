import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();

const CALENDAR = /* GraphQL */ `
  fragment Shown on ServiceCalendar {
    slug
    name
    timeZone
    viewerCanChange
    current {
      number
      effectiveFrom
      alwaysOpen
      weekly {
        day
        hours {
          from
          to
        }
      }
      holidays
      overrides {
        date
        hours {
          from
          to
        }
      }
    }
    versions {
      number
      effectiveFrom
    }
  }
`;
const ADD = /* GraphQL */ `
  ${CALENDAR}
  mutation ($input: AddCalendarInput!) {
    addCalendar(input: $input) {
      calendar {
        id
        ...Shown
      }
      errors {
        code
        field
        message
      }
    }
  }
`;
const CHANGE = /* GraphQL */ `
  ${CALENDAR}
  mutation ($id: ID!, $input: ChangeCalendarInput!) {
    changeCalendar(id: $id, input: $input) {
      calendar {
        ...Shown
      }
      errors {
        code
        field
        message
      }
    }
  }
`;
const ALL = `${CALENDAR} { calendars { ...Shown } }`;

const hours = (from: string, to: string) => ({
  weekly: [{ day: 'mon', hours: [{ from, to }] }],
  holidays: ['--12-25'],
  overrides: [{ date: '2026-12-24', hours: [{ from: '09:00', to: '12:00' }] }],
  breaks: [],
});
const input = (slug: string, more = {}) => ({
  name: 'Office hours',
  slug,
  timeZone: 'Europe/Berlin',
  effectiveFrom: '2026-01-01',
  hours: hours('09:00', '17:00'),
  ...more,
});
const manager = await given.person({ roles: ['serviceManager'] });

it('has a calendar that is always open from the first day', async () => {
  const { calendars } = await api.as(manager).run(ALL);
  expect(calendars).toEqual([
    expect.objectContaining({ slug: 'always', name: '24×7', current: expect.objectContaining({ alwaysOpen: true }) }),
  ]);
});

it('adds a calendar with its hours, holidays and single dates', async () => {
  const { addCalendar } = await api.as(manager).run(ADD, { input: input('office') });
  expect(addCalendar).toMatchObject({
    calendar: {
      slug: 'office',
      viewerCanChange: true,
      current: {
        number: 1,
        alwaysOpen: false,
        weekly: [{ day: 'mon', hours: [{ from: '09:00', to: '17:00' }] }],
        holidays: ['--12-25'],
        overrides: [{ date: '2026-12-24', hours: [{ from: '09:00', to: '12:00' }] }],
      },
    },
    errors: [],
  });
});

it('takes new hours from a day on, and keeps the ones before', async () => {
  const { addCalendar } = await api.as(manager).run(ADD, { input: input('desk') });
  const later = { effectiveFrom: '2026-05-01', hours: hours('08:00', '18:00'), reason: 'The desk opens earlier.' };

  const { changeCalendar } = await api.as(manager).run(CHANGE, { id: addCalendar.calendar.id, input: later });

  expect(changeCalendar.calendar).toMatchObject({
    current: { number: 1, weekly: [{ hours: [{ from: '09:00' }] }] },
    versions: [
      { number: 2, effectiveFrom: '2026-05-01' },
      { number: 1, effectiveFrom: '2026-01-01' },
    ],
  });
  api.clock.set('2026-04-30T22:00:00Z'); // midnight in Berlin
  const { calendars } = await api.as(manager).run(ALL);
  api.clock.set('2026-03-16T09:00:00Z');
  expect(calendars.find(({ slug }: { slug: string }) => slug === 'desk').current).toMatchObject({ number: 2 });
});

it('does not take hours from a day on which later ones hold already', async () => {
  const { addCalendar } = await api.as(manager).run(ADD, { input: input('late') });
  const change = { effectiveFrom: '2026-01-01', hours: hours('08:00', '18:00'), reason: 'Too late.' };
  const { changeCalendar } = await api.as(manager).run(CHANGE, { id: addCalendar.calendar.id, input: change });
  expect(changeCalendar).toEqual({
    calendar: null,
    errors: [
      {
        code: 'NOT_LATER',
        field: ['effectiveFrom'],
        message: 'Version 1 takes effect on 2026-01-01; new hours start after that day.',
      },
    ],
  });
});

it.each([
  ['an unknown zone', { timeZone: 'Mars/Base' }, ['timeZone'], /must be an IANA time zone/],
  [
    'hours that overlap',
    {
      hours: {
        ...hours('09:00', '12:00'),
        weekly: [
          {
            day: 'mon',
            hours: [
              { from: '09:00', to: '12:00' },
              { from: '11:00', to: '13:00' },
            ],
          },
        ],
      },
    },
    ['hours', 'weekly', 'mon'],
    /^weekly\.mon must hold intervals that do not overlap/,
  ],
  [
    'a time that is none',
    { hours: hours('9', '17:00') },
    ['hours', 'weekly', 'mon', '0', '0'],
    /must be a time written HH:MM/,
  ],
  [
    'no open time',
    { hours: { weekly: [], holidays: [], overrides: [], breaks: [] } },
    ['hours', 'weekly'],
    /must open at some time/,
  ],
  ['a slug with blanks', { slug: 'Office hours' }, ['slug'], /small letters/],
  ['the slug of another calendar', { slug: 'always' }, ['slug'], /There is a calendar always already/],
])('refuses %s, naming field and reason', async (_, differing, field, message) => {
  const { addCalendar } = await api.as(manager).run(ADD, { input: input('bad', differing) });
  expect(addCalendar).toEqual({
    calendar: null,
    errors: [{ code: expect.any(String), field, message: expect.stringMatching(message) }],
  });
});

it('lets only those change calendars who manage promises everywhere', async () => {
  const owner = await given.person({ roles: ['serviceOwner'] });
  const { addCalendar } = await api.as(owner).run(ADD, { input: input('mine') });
  expect(addCalendar.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
});
