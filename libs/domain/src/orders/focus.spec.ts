import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOCUS_COLUMNS, FOCUS_VERSION, type FocusLine } from './focus.js';

const file = join(import.meta.dirname, '../../../../docs/focus.md');

const LINE: FocusLine = {
  id: 'line',
  enterprise: 'Acme',
  origin: 'charge',
  isDispute: false,
  runId: 'run',
  runState: 'closed',
  correctsMonth: null,
  unitId: 'unit',
  unit: 'Sales',
  serviceId: 'service',
  service: 'Mail',
  subscriptionId: 'subscription',
  planId: 'plan',
  planVersion: 3,
  plan: 'Standard',
  kind: 'recurring',
  label: 'Seat',
  per: 'month',
  unitName: null,
  quantity: '2',
  unitPrice: '31.00',
  amount: '32.00',
  currency: 'EUR',
  billingFrom: '2026-02-28T23:00:00Z',
  billingTo: '2026-03-31T22:00:00Z',
  chargeFrom: '2026-03-15T23:00:00Z',
  chargeTo: '2026-03-31T22:00:00Z',
};
const row = (change: Partial<FocusLine>) =>
  Object.fromEntries(FOCUS_COLUMNS.map(({ name, value }) => [name, value({ ...LINE, ...change })]));

it('docs/focus.md says what fills each column (WRITE=1 writes it)', () => {
  const rows = FOCUS_COLUMNS.map(({ name, rule }) => `| \`${name}\` | ${rule} |`);
  const whole = readFileSync(file, 'utf8');
  const [before, , after] = whole.split(/(<!-- columns -->[\s\S]*<!-- \/columns -->)/);
  const table = ['<!-- columns -->', '', '| Column | Filled with |', '| --- | --- |', ...rows, '', '<!-- /columns -->'];
  const said = `${before}${table.join('\n')}${after}`;
  if (process.env.WRITE) writeFileSync(file, said);
  expect(whole.replace(/ +\|/g, ' |').replace(/-+ \|/g, '--- |')).toBe(said.replace(/-+ \|/g, '--- |'));
  expect(whole).toContain(`FOCUS ${FOCUS_VERSION}`);
});

it('a price by the month keeps quantity times price equal to the cost, as the specification asks', () => {
  const { PricingQuantity, ContractedUnitPrice, ContractedCost, ...rest } = row({});
  expect((Number(PricingQuantity) * Number(ContractedUnitPrice)).toFixed(2)).toBe(ContractedCost);
  expect(rest).toMatchObject({ ChargeCategory: 'Purchase', ChargeFrequency: 'Recurring', PricingUnit: 'Unit-Months' });
  expect(rest).toMatchObject({ ConsumedQuantity: null, InvoiceId: 'run', SubAccountName: 'Sales', ChargeClass: null });
});

it.each<[string, Partial<FocusLine>, object]>([
  [
    'what is measured is usage',
    { kind: 'metered', unitName: 'GB' },
    { ChargeCategory: 'Usage', ChargeFrequency: 'Usage-Based', ConsumedQuantity: '2', ConsumedUnit: 'GB' },
  ],
  [
    'what is paid once is bought once',
    { kind: 'oneOff', per: null },
    { ChargeCategory: 'Purchase', ChargeFrequency: 'One-Time', PricingUnit: 'Units' },
  ],
  [
    'a service credit is a credit without a price',
    { origin: 'credit', kind: 'oneOff', per: null, amount: '-5.00' },
    { ChargeCategory: 'Credit', PricingCategory: null, ContractedUnitPrice: null, PricingQuantity: null, SkuId: null },
  ],
  [
    'a correction is one of what it corrects',
    { origin: 'correction', correctsMonth: '2026-02', amount: '-5.00' },
    { ChargeCategory: 'Purchase', ChargeClass: 'Correction', ContractedUnitPrice: null, x_CorrectsMonth: '2026-02' },
  ],
  [
    'what a dispute gives back is an adjustment',
    { origin: 'correction', isDispute: true, amount: '-5.00' },
    { ChargeCategory: 'Adjustment', ChargeClass: 'Correction', PricingCategory: null, BilledCost: '-5.00' },
  ],
  ['an open month is no invoice yet', { runState: 'open' }, { InvoiceId: null }],
  ['what costs nothing keeps its quantity', { unitPrice: '0', amount: '0.00' }, { PricingQuantity: '2' }],
])('%s', (_, change, expected) => {
  expect(row(change)).toMatchObject(expected);
});
