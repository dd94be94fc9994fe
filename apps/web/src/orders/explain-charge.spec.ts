import { expect, it } from 'vitest';
import { CHARGE_RULES, explainCharge } from './explain-charge';
import words from './bill.en.json';

const named = (values: Record<string, string | number>) =>
  Object.entries(values).map(([name, value]) => ({ name, value: String(value) }));
const said = (rule: string, inputs: Record<string, string | number>, amount: string) =>
  explainCharge({ rule, inputs: named(inputs), result: named({ unrounded: amount, amount, currency: 'EUR' }) });
const seat = { label: 'Seat', amount: '31', per: 'month', quantity: 2, cost: '62' };

it.each<[string, Record<string, string | number>, string, string]>([
  [
    'charge.once',
    { label: 'Set-up', amount: '25', quantity: 2, had: 0 },
    '50.00',
    'Set-up is paid once: €25.00 each, for 2.',
  ],
  [
    'charge.days',
    { ...seat, days: 16, of: 31 },
    '32.00',
    'Seat costs €62.00 a month for 2. It was held on 16 of 31 days of the month: €32.00.',
  ],
  [
    'charge.days',
    { ...seat, days: 31, of: 31 },
    '62.00',
    'Seat costs €62.00 a month for 2, and was held on all 31 days of the month: €62.00.',
  ],
  [
    'charge.period',
    { ...seat, per: 'quarter', was: '0', becomes: '62', days: 90, of: 90 },
    '62.00',
    'A new period begins. Seat costs €62.00 a quarter for 2, paid at its begin: €62.00.',
  ],
  [
    'charge.left',
    { ...seat, per: 'year', was: '62', becomes: '31', days: 73, of: 365 },
    '-6.20',
    'Within a period that was paid at its begin, Seat changes from €62.00 to €31.00 a year. For the 73 of 365 days left this makes -€6.20.',
  ],
  [
    'charge.metered',
    { label: 'Traffic', amount: '0.005', units: '1000', before: '0', unitName: 'GB' },
    '5.00',
    '1,000 GB were used, at €0.005 each: €5.00.',
  ],
  [
    'charge.correction',
    { label: 'Traffic', charged: '5', due: '3' },
    '-2.00',
    'The closed month charged €5.00 for Traffic. By what is known now it costs €3.00, so the difference is charged here: -€2.00.',
  ],
  [
    'charge.correction',
    { label: 'Traffic', charged: '100', due: '0', givenBack: '30' },
    '-70.00',
    'The closed month charged €100.00 for Traffic, and €30.00 of it was given back for a dispute. By what is known now it costs €0.00. What is still too much is given back here: -€70.00.',
  ],
  [
    'charge.dispute',
    { label: 'Seat', charged: '32', answer: 'You are right.' },
    '-16.00',
    'Seat was charged with €32.00 and disputed. The answer was “You are right.”, so -€16.00 stands here.',
  ],
  [
    'charge.credit',
    { name: 'Availability', period: '2026-03', credit: '-100', paid: '32', payers: 3 },
    '-33.33',
    'Availability was not kept in Mar 2026: a credit of -€100.00, shared by what each of 3 bills paid for the service. This one paid €32.00 and gets -€33.33.',
  ],
])('%s is told in a sentence', (rule, inputs, amount, sentence) => {
  expect(said(rule, inputs, amount)?.replaceAll('−', '-')).toBe(sentence);
});

it('every step of a line has a name of its own', () => {
  expect(Object.keys(words.step).sort()).toEqual([...CHARGE_RULES].sort());
});
