import { isHeard, NOTICE_KINDS, usualSwitch, type NoticeFacts } from './notice-kinds.js';
import { noticeWords } from './notice-words.js';

/** Every fact there could be, each under its own name in capitals. */
const facts = new Proxy({}, { get: (_, name) => String(name).toUpperCase() }) as NoticeFacts;

it.each(NOTICE_KINDS)('says %s in one sentence', (kind) => {
  const words = noticeWords(kind, facts as never);

  expect(words).toMatch(/^[A-Z"].+([.!?]|[A-Z])$/);
  expect(words).not.toContain('undefined');
  expect(isHeard(usualSwitch(kind))).toBe(true);
});

it('leaves out what is not known', () => {
  expect(noticeWords('orderChanged', { order: 'A-1', what: 'Laptops', state: 'approved' })).toBe(
    'Order A-1 (Laptops) is approved.',
  );
  expect(
    noticeWords('orderChanged', { order: 'A-1', what: 'Laptops', state: 'refused', by: 'Bo', reason: 'No.' }),
  ).toBe('Order A-1 (Laptops) is refused by Bo: No.');
});

it('tells nobody who wants to hear nothing', () => {
  expect(isHeard({ inbox: false, mail: 'off' })).toBe(false);
});
