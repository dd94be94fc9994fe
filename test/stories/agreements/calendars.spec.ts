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

describe('hours by which something is promised', () => {
  const CHANGING = `mutation ($id: ID!, $input: ChangeCalendarInput!) { changeCalendar(id: $id, input: $input) {
    calendar { current { number } } change { id state reason weekly { day } viewerCanApprove } errors { code } } }`;
  const decision = (name: string, more = '') => `mutation ($id: ID!) { ${name}(id: $id${more}) {
    calendar { proposedChange { id } versions { number effectiveFrom } } change { state decidedBy { name } } errors { code } } }`;
  const APPROVE = decision('approveCalendarChange');
  const REFUSE = decision('refuseCalendarChange', ', reason: "The desk stays shut."');

  /** An outage of an hour in March, at 06:00 on a Monday; by other hours it is outside of them. */
  async function promised() {
    const { addCalendar } = await api.as(manager).run(ADD, { input: input(`desk-${++made}`, { timeZone: 'Etc/UTC' }) });
    const calendarId = addCalendar.calendar.id as string;
    const service = await given.service();
    const commitment = await given.commitment({ serviceId: service.id, calendarId }, { effectiveFrom: '2026-02-01' });
    await given.outage(service, '2026-03-09T09:00:00Z', '2026-03-09T10:00:00Z');
    const later = { effectiveFrom: '2026-03-01', hours: hours('10:00', '18:00'), reason: 'The desk opens later.' };
    const { changeCalendar } = await api.as(manager).run(CHANGING, { id: calendarId, input: later });
    return { commitment, calendarId, later, changeCalendar };
  }
  let made = 0;

  it('wait for a second person, and judge nothing until then', async () => {
    const second = await given.person({ name: 'Sally Second', roles: ['btOffice'] });
    const { commitment, changeCalendar, calendarId, later } = await promised();
    expect(changeCalendar).toMatchObject({
      calendar: { current: { number: 1 } },
      change: { state: 'PROPOSED', reason: 'The desk opens later.', weekly: [{ day: 'mon' }], viewerCanApprove: false },
      errors: [],
    });
    expect(await given.resultOf(commitment, '2026-03')).toMatchObject({ verdict: 'missed' });
    const again = await api.as(second).run(CHANGING, { id: calendarId, input: later });
    expect(again.changeCalendar.errors).toEqual([{ code: 'ALREADY_PROPOSED' }]);

    const { id } = changeCalendar.change;
    const alone = await api.as(manager).run(APPROVE, { id });
    expect(alone.approveCalendarChange.errors).toEqual([{ code: 'SECOND_PERSON_NEEDED' }]);
    const { approveCalendarChange } = await api.as(second).run(APPROVE, { id });
    expect(approveCalendarChange).toEqual({
      calendar: {
        proposedChange: null,
        versions: [
          { number: 2, effectiveFrom: '2026-03-01' },
          { number: 1, effectiveFrom: '2026-01-01' },
        ],
      },
      change: { state: 'APPROVED', decidedBy: { name: 'Sally Second' } },
      errors: [],
    });
    expect(await given.resultOf(commitment, '2026-03')).toMatchObject({ verdict: 'met' });
    expect((await api.as(second).run(APPROVE, { id })).approveCalendarChange.errors).toEqual([
      { code: 'ALREADY_DECIDED' },
    ]);
  });

  it('stay as they were when the others are refused, or taken back', async () => {
    const [first, second] = [await promised(), await promised()];
    const other = await given.person({ roles: ['vendorManager'] });

    const { id } = first.changeCalendar.change;
    expect((await api.as(other).run(REFUSE, { id })).refuseCalendarChange).toMatchObject({
      calendar: { versions: [{ number: 1 }] },
      change: { state: 'REFUSED' },
    });
    const own = await api.as(manager).run(REFUSE, { id: second.changeCalendar.change.id });
    expect(own.refuseCalendarChange).toMatchObject({ change: { state: 'WITHDRAWN' } });
    expect(await given.resultOf(first.commitment, '2026-03')).toMatchObject({ verdict: 'missed' });
  });
});

it('lets only those change calendars who manage promises everywhere', async () => {
  const owner = await given.person({ roles: ['serviceOwner'] });
  const { addCalendar } = await api.as(owner).run(ADD, { input: input('mine') });
  expect(addCalendar.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
});
