import { assertPull, type PullAsked, type PullTerms } from './pull-terms.js';

const terms = (asked: PullAsked, more: Partial<PullTerms> = {}): PullTerms => ({
  address: 'https://prometheus.example.org/prometheus',
  series: 'logins',
  everyMinutes: 5,
  asked,
  ...more,
});
const counts = (good: string, total = 'logins_total') =>
  terms({ kind: 'prometheusCounts', good, total, stepSeconds: 60 });
const up = terms({ kind: 'prometheusUp', up: 'min(up{job="mail"})', stepSeconds: 60 });

it.each([
  'logins_total',
  'logins_total{code!~"5.."}',
  `logins_total { job = "api" , code=~'2..|}"' }`,
  '{__name__="logins_total",}',
  String.raw`logins_total{path="a\"b"}`,
])('takes counters by their selector alone: %s', (good) => expect(() => assertPull(counts(good), false)).not.toThrow());

it.each(['sum(logins_total)', 'rate(logins_total[5m])', 'logins_total[5m]', 'a_total + b_total', 'a{b="c"', ''])(
  'refuses what it could not count exactly: %s',
  (good) => expect(() => assertPull(counts(good), false)).toThrow('Name the counters alone'),
);

it.each<[Partial<PullTerms>, string]>([
  [{ address: 'http://prometheus.example.org' }, 'https://'],
  [{ address: 'https://me:secret@prometheus.example.org' }, 'password'],
  [{ address: 'https://prometheus.example.org/?a=b' }, 'after ?'],
  [{ address: 'prometheus' }, 'web address'],
  [{ everyMinutes: 0 }, '1 to 1440'],
  [{ series: ' ' }, 'a name'],
  [{ asked: { kind: 'upptime', site: '../secret' } }, 'history'],
  [{ asked: { kind: 'statuspage', component: ' ' } }, 'A component has a name'],
  [{ asked: { kind: 'calendarHolidays', named: '' } }, 'The summary of an event'],
  [{ asked: { kind: 'prometheusUp', up: 'up', stepSeconds: 1 } }, '15 to 3600'],
])('refuses %j', (wrong, why) => expect(() => assertPull({ ...up, ...wrong }, false)).toThrow(why));

it('takes plain addresses where networks inside are allowed', () =>
  expect(() => assertPull({ ...up, address: 'http://prometheus:9090' }, true)).not.toThrow());
