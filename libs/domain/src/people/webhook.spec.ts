import { webhookUrlOf } from './webhook.js';

it('takes a web address in its usual form', () => {
  expect(webhookUrlOf('https://Hooks.example.org', false)).toBe('https://hooks.example.org/');
  expect(webhookUrlOf('http://10.0.0.1:8080/hook?a=1', true)).toBe('http://10.0.0.1:8080/hook?a=1');
});

it.each([
  ['http://example.org/', 'The address must begin with https://.'],
  ['file:///etc/passwd', 'The address must begin with https://.'],
  ['https://me:secret@example.org/', 'The address must not carry a name or a password.'],
  ['https://example.org/#here', 'The address must not have a part after #.'],
  ['example.org', 'The address is no web address.'],
  [`https://example.org/${'x'.repeat(2000)}`, 'The address has more than 2000 characters.'],
])('refuses %s', (text, sentence) => {
  expect(() => webhookUrlOf(text, false)).toThrow(sentence);
});
