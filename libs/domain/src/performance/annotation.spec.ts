import { assertAnnotation, MOST_ANNOTATIONS } from './annotation.js';

const [from, to] = [new Date('2026-03-10T08:00:00Z'), new Date('2026-03-11T08:00:00Z')];
const words = 'New core switch.';
const of = (standing: number) => ({ standing, since: new Date('2026-01-01T00:00:00Z'), at: to });
const day = (text: string) => new Date(`${text}T00:00:00Z`);

it('takes words at an instant or over a stretch of time', () => {
  expect(() => assertAnnotation({ from, to: null, words }, of(0))).not.toThrow();
  expect(() => assertAnnotation({ from, to, words }, of(MOST_ANNOTATIONS - 1))).not.toThrow();
  expect(() => assertAnnotation({ from: of(0).since, to: day('2027-03-12'), words }, of(0))).not.toThrow();
  expect(() => assertAnnotation({ from, to, words }, { ...of(0), since: null })).not.toThrow();
});

it.each([
  ['BLANK', { from, to: null, words: ' ' }, 0],
  ['REVERSED', { from: to, to: from, words }, 0],
  ['REVERSED', { from, to: from, words }, 0],
  ['NOT_MEASURED', { from: day('1900-01-01'), to: day('2900-01-01'), words }, 0],
  ['NOT_MEASURED', { from: day('2025-12-31'), to, words }, 0],
  ['NOT_MEASURED', { from, to: day('2027-03-13'), words }, 0],
  ['NOT_MEASURED', { from: day('2027-03-13'), to: null, words }, 0],
  ['TOO_MANY', { from, to, words }, MOST_ANNOTATIONS],
])(
  'refuses with %s what says nothing, runs backwards, lies where nothing is measured or is one too many',
  (code, annotation, standing) => {
    expect(() => assertAnnotation(annotation, of(standing))).toThrow(expect.objectContaining({ code }));
  },
);
