import { inCurrencyDigits, moneyInWords } from './currency.js';

describe('money in a sentence', () => {
  it.each([
    ['5350', 'EUR', '5,350.00 EUR'],
    ['999.5', 'EUR', '999.50 EUR'],
    ['0', 'EUR', '0.00 EUR'],
    ['-1234567.8', 'EUR', '-1,234,567.80 EUR'],
    ['60000', 'JPY', '60,000 JPY'],
    ['1000', 'KWD', '1,000.000 KWD'],
    ['999999999999999.99', 'EUR', '999,999,999,999,999.99 EUR'],
  ])('%s %s reads %s', (amount, currency, words) => {
    expect(moneyInWords(amount, currency)).toBe(words);
  });

  it('is not rounded where a price has more decimals than its currency has coins', () => {
    expect(moneyInWords('1234.0042', 'EUR')).toBe('1,234.0042 EUR');
  });

  it('groups as the client does, and stays apart from the exact amount that the API gives', () => {
    expect(moneyInWords('5350', 'EUR').replace(' EUR', '')).toBe(
      new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(5350),
    );
    expect(inCurrencyDigits('5350', 'EUR')).toBe('5350.00');
  });
});
