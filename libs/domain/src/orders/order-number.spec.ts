import { orderNumber, readOrderNumber } from './order-number.js';

describe('the number of an order', () => {
  it.each([orderNumber(1042), 'a-1042', 'A1042', ' 1042 '])('is read from %j', (text) => {
    expect(readOrderNumber(text)).toBe(1042);
  });

  it.each(['', 'A-', 'mail 1042', '99999999999'])('is not read from %j', (text) => {
    expect(readOrderNumber(text)).toBeNull();
  });
});
