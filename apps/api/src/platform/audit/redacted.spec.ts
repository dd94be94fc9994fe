import { redacted } from './redacted.js';

it('replaces secrets at any depth and keeps everything else', () => {
  const at = new Date(0);
  const person = { name: 'Ada', passwordHash: 'x', sessions: [{ token: 'y', at }], setupCode: 'z', ended: null };

  expect(redacted(person)).toEqual({
    name: 'Ada',
    passwordHash: '[secret]',
    sessions: [{ token: '[secret]', at }],
    setupCode: '[secret]',
    ended: null,
  });
});
