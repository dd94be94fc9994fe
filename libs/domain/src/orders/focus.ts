import { Decimal } from 'decimal.js';
import type { BillingPeriod, PriceKind } from '../catalog/price.js';

/** Of the FinOps Open Cost and Usage Specification whose columns a bill is exported in. */
export const FOCUS_VERSION = '1.2';

/** A line of a bill with the names of what it is about. */
export interface FocusLine {
  readonly id: string;
  readonly enterprise: string;
  readonly origin: 'charge' | 'credit' | 'correction';
  readonly isDispute: boolean;
  readonly runId: string;
  readonly runState: string;
  /** Such as `2026-03`, of a closed month that the line corrects. */
  readonly correctsMonth: string | null;
  readonly unitId: string;
  readonly unit: string;
  readonly serviceId: string;
  readonly service: string;
  readonly subscriptionId: string;
  readonly planId: string;
  readonly planVersion: number;
  readonly plan: string;
  readonly kind: PriceKind;
  readonly label: string;
  readonly per: BillingPeriod | null;
  readonly unitName: string | null;
  /** Exact decimals. */
  readonly quantity: string;
  readonly unitPrice: string;
  readonly amount: string;
  readonly currency: string;
  /** Instants such as `2026-03-01T00:00:00Z`: the first of the period, and the first after it. */
  readonly billingFrom: string;
  readonly billingTo: string;
  readonly chargeFrom: string;
  readonly chargeTo: string;
}

type Value = string | null;

export interface FocusColumn {
  readonly name: string;
  /** What fills it, for docs/focus.md. */
  readonly rule: string;
  readonly isNumber?: true;
  readonly value: (line: FocusLine) => Value;
}

const none = (name: string, why: string): FocusColumn => ({ name, rule: `null: ${why}`, value: () => null });
const text = (name: string, rule: string, value: (line: FocusLine) => Value): FocusColumn => ({ name, rule, value });
const number = (name: string, rule: string, value: (line: FocusLine) => Value): FocusColumn => ({
  name,
  rule,
  isNumber: true,
  value,
});

const isMetered = ({ kind, origin }: FocusLine) => kind === 'metered' && origin !== 'credit';

function category(line: FocusLine): string {
  if (line.origin === 'credit') return 'Credit';
  if (line.isDispute) return 'Adjustment';
  return isMetered(line) ? 'Usage' : 'Purchase';
}

function frequency(line: FocusLine): string {
  if (line.origin === 'credit' || line.isDispute || line.per === null) return 'One-Time';
  return isMetered(line) ? 'Usage-Based' : 'Recurring';
}

const isPriced = (line: FocusLine) => ['Usage', 'Purchase'].includes(category(line));
const price = (line: FocusLine) => (isPriced(line) && line.origin === 'charge' ? line.unitPrice : null);
const cost = ({ amount }: FocusLine) => amount;

/** As many units for one whole period as the amount pays, so that it times the price is the cost. */
function pricedQuantity(line: FocusLine): Value {
  if (price(line) === null) return null;
  if (new Decimal(line.unitPrice).isZero()) return line.quantity;
  return new Decimal(line.amount).div(line.unitPrice).toDecimalPlaces(12).toFixed();
}

const PERIOD_UNITS = { month: 'Unit-Months', quarter: 'Unit-Quarters', year: 'Unit-Years' } as const;

function pricingUnit(line: FocusLine): Value {
  if (price(line) === null) return null;
  if (line.unitName !== null) return line.unitName;
  return line.per === null ? 'Units' : PERIOD_UNITS[line.per];
}

const NO_COMMITMENT = 'plans know no discount for a commitment';
const NO_PLACE = 'services are not priced by place';
const COST = 'the amount of the line: what is charged is what the plan costs';

/** Every column of the specification, in its order, then our own, which begin with `x_`. */
export const FOCUS_COLUMNS: readonly FocusColumn[] = [
  none('AvailabilityZone', NO_PLACE),
  number('BilledCost', COST, cost),
  text('BillingAccountId', '`enterprise`: one enterprise bills itself', () => 'enterprise'),
  text('BillingAccountName', 'the name of the enterprise', ({ enterprise }) => enterprise),
  text('BillingAccountType', '`Enterprise`', () => 'Enterprise'),
  text('BillingCurrency', 'the currency of the plan', ({ currency }) => currency),
  text('BillingPeriodEnd', 'the first instant of the next month', ({ billingTo }) => billingTo),
  text('BillingPeriodStart', 'the first instant of the month', ({ billingFrom }) => billingFrom),
  none('CapacityReservationId', 'no capacity is reserved'),
  none('CapacityReservationStatus', 'no capacity is reserved'),
  text(
    'ChargeCategory',
    '`Credit` for a service credit; `Adjustment` for what is given back for a dispute; `Usage` for what is measured; `Purchase` otherwise',
    category,
  ),
  text('ChargeClass', '`Correction` when the line corrects a closed month, else null', ({ origin }) =>
    origin === 'correction' ? 'Correction' : null,
  ),
  text('ChargeDescription', 'service, plan and label', ({ service, plan, label }) => `${service}, ${plan}: ${label}`),
  text(
    'ChargeFrequency',
    '`One-Time` for what is paid once, credits and disputes; `Usage-Based` for what is measured; `Recurring` otherwise',
    frequency,
  ),
  text('ChargePeriodEnd', 'the first instant after the last day that is charged', ({ chargeTo }) => chargeTo),
  text('ChargePeriodStart', 'the first instant of the first day that is charged', ({ chargeFrom }) => chargeFrom),
  none('CommitmentDiscountCategory', NO_COMMITMENT),
  none('CommitmentDiscountId', NO_COMMITMENT),
  none('CommitmentDiscountName', NO_COMMITMENT),
  none('CommitmentDiscountQuantity', NO_COMMITMENT),
  none('CommitmentDiscountStatus', NO_COMMITMENT),
  none('CommitmentDiscountType', NO_COMMITMENT),
  none('CommitmentDiscountUnit', NO_COMMITMENT),
  number('ConsumedQuantity', 'what was measured; null unless `ChargeCategory` is `Usage`', (line) =>
    category(line) === 'Usage' ? line.quantity : null,
  ),
  text('ConsumedUnit', 'what it is measured in; null as the quantity is', (line) =>
    category(line) === 'Usage' ? line.unitName : null,
  ),
  number('ContractedCost', COST, cost),
  number(
    'ContractedUnitPrice',
    'the price of one for a whole period, with tiers that of the first; null for credits and corrections',
    price,
  ),
  number('EffectiveCost', `${COST}; a quarter or year counts in the month in which it begins`, cost),
  text('InvoiceId', 'the id of the month of charges once it is closed, else null', ({ runId, runState }) =>
    runState === 'closed' ? runId : null,
  ),
  text('InvoiceIssuerName', 'the name of the enterprise', ({ enterprise }) => enterprise),
  number('ListCost', COST, cost),
  number('ListUnitPrice', 'as `ContractedUnitPrice`: a plan has one price for everybody', price),
  text('PricingCategory', '`Standard` where there is a price; null for credits and adjustments', (line) =>
    isPriced(line) ? 'Standard' : null,
  ),
  text('PricingCurrency', 'the currency of the plan', ({ currency }) => currency),
  number('PricingCurrencyContractedUnitPrice', 'as `ContractedUnitPrice`', price),
  number('PricingCurrencyEffectiveCost', 'as `EffectiveCost`', cost),
  number('PricingCurrencyListUnitPrice', 'as `ListUnitPrice`', price),
  number(
    'PricingQuantity',
    'the cost divided by the unit price, to 12 decimals: as many units for one whole period as the cost pays; null where there is no unit price',
    pricedQuantity,
  ),
  text(
    'PricingUnit',
    'what is measured; else `Unit-Months`, `Unit-Quarters`, `Unit-Years`, or `Units` for what is paid once',
    pricingUnit,
  ),
  text(
    'ProviderName',
    'the name of the enterprise, whose business technology provides the service',
    (l) => l.enterprise,
  ),
  text('PublisherName', 'the name of the enterprise', ({ enterprise }) => enterprise),
  none('RegionId', NO_PLACE),
  none('RegionName', NO_PLACE),
  text('ResourceId', 'the id of the subscription', ({ subscriptionId }) => subscriptionId),
  text('ResourceName', 'service and plan', ({ service, plan }) => `${service}, ${plan}`),
  text('ResourceType', '`Subscription`', () => 'Subscription'),
  text('ServiceCategory', '`Other`: our services have categories of their own', () => 'Other'),
  text('ServiceName', 'the name of the service', ({ service }) => service),
  text('ServiceSubcategory', '`Other (Other)`', () => 'Other (Other)'),
  text('SkuId', 'the id of the plan; null for credits and adjustments', (l) => (isPriced(l) ? l.planId : null)),
  text('SkuMeter', 'the label of the price; null as `SkuId` is', (line) => (isPriced(line) ? line.label : null)),
  none('SkuPriceDetails', 'a price has no properties beside its columns'),
  text('SkuPriceId', 'id and version of the plan with the label of the price; null as `SkuId` is', (line) =>
    isPriced(line) ? `${line.planId}@${line.planVersion}/${line.label}` : null,
  ),
  text('SubAccountId', 'the id of the unit that pays', ({ unitId }) => unitId),
  text('SubAccountName', 'the name of the unit that pays', ({ unit }) => unit),
  text('SubAccountType', '`Business unit`', () => 'Business unit'),
  none('Tags', 'nothing is tagged'),
  text('x_CorrectsMonth', 'the closed month that the line corrects, else null', ({ correctsMonth }) => correctsMonth),
  text('x_LineId', 'the id of the line, as the API names it', ({ id }) => id),
  number('x_Quantity', 'as the bill shows it: what was ordered, set aside or measured', ({ quantity }) => quantity),
  text('x_ServiceId', 'the id of the service', ({ serviceId }) => serviceId),
];
