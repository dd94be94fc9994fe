import { aroundLimit } from './around-limit.js';

const BOUNDS = [0, 100, 250, 500];

it.each([
  ['lies between two bounds', 300, { below: 250, above: 500 }],
  ['lies above the last one', 600, { below: 500, above: null }],
  ['lies below the first one', 50, { below: 0, above: 100 }],
  ['is a bound', 250, null],
  ['is as good as one', 495, null],
])('says around which bounds a limit is that %s', (_, limit, around) => {
  expect(aroundLimit(BOUNDS, limit)).toEqual(around);
});

it('has no bound below a limit that is lower than all', () => {
  expect(aroundLimit([100, 200], 50)).toEqual({ below: null, above: 100 });
});
