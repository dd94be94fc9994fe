import { assertAnnotation, MOST_ANNOTATIONS } from './annotation.js';

const [from, to] = [new Date('2026-03-10T08:00:00Z'), new Date('2026-03-11T08:00:00Z')];
const words = 'New core switch.';

it('takes words at an instant or over a stretch of time', () => {
  expect(() => assertAnnotation({ from, to: null, words }, 0)).not.toThrow();
  expect(() => assertAnnotation({ from, to, words }, MOST_ANNOTATIONS - 1)).not.toThrow();
});

it.each([
  ['BLANK', { from, to: null, words: ' ' }, 0],
  ['REVERSED', { from: to, to: from, words }, 0],
  ['REVERSED', { from, to: from, words }, 0],
  ['TOO_MANY', { from, to, words }, MOST_ANNOTATIONS],
])('refuses with %s what says nothing, runs backwards or is one too many', (code, annotation, standing) => {
  expect(() => assertAnnotation(annotation, standing)).toThrow(expect.objectContaining({ code }));
});
