import type { TFunction } from 'i18next';
import { formatNumber } from '../ui/format-number';
import type { ComparedService } from './compare-page';
import { deliveryWords } from './delivery-words';
import { keptWords } from './kept-words';
import { announcedWords, noPriceWords } from './offered-words';
import { priceWords } from './price-words';
import { termWords } from './term-words';

export interface CompareRow {
  label: string;
  /** In the order of the services. */
  texts: string[];
  differs: boolean;
}

/** What is compared, in the words of the service page. */
export function compareRows(services: readonly ComparedService[], t: TFunction): CompareRow[] {
  const row = (name: RowName, textOf: (service: ComparedService) => string | null | undefined): CompareRow => {
    const texts = services.map((service) => textOf(service) || '–');
    return { label: t(`choosing.row.${name}`), texts, differs: new Set(texts).size > 1 };
  };
  return [
    row('outcome', ({ outcome }) => outcome),
    row('price', (service) => pricesOf(service, t)),
    row('promise', ({ commitments }) => keptWords(commitments, t)),
    row(
      'delivery',
      ({ plans }) => offered(plans).flatMap(promisedDelivery).join('\n') || t('catalog.delivery.nothing'),
    ),
    row('measured', ({ deliveryTimes: took }) =>
      took
        ? t('choosing.took', { p50: hours(took.p50Hours), p90: hours(took.p90Hours), count: took.orders })
        : t('choosing.tookNothing'),
    ),
    row('owner', ({ owner }) => owner?.name ?? t('catalog.noOwner')),
    row('provider', ({ provider }) => provider?.name),
    row('archetype', ({ archetype }) => archetype?.name),
    row('line', ({ lineOfService }) => t(`catalog.line.${lineOfService}`)),
    row('audience', (service) => audienceOf(service, t)),
    row('nearby', ({ ordersNearby }) => String(ordersNearby)),
    row('restsOn', ({ supportingServices }) => supportingServices.map(({ name }) => name).join(', ')),
  ];
}

type RowName =
  | 'outcome'
  | 'price'
  | 'promise'
  | 'delivery'
  | 'measured'
  | 'owner'
  | 'provider'
  | 'archetype'
  | 'line'
  | 'audience'
  | 'nearby'
  | 'restsOn';

const offered = (plans: ComparedService['plans']) => plans.filter(({ endedAt }) => endedAt === null);

const promisedDelivery = ({ name, delivery }: ComparedService['plans'][number]) =>
  delivery ? [`${name}: ${deliveryWords(delivery)}`] : [];

function pricesOf({ plans, viewerCanSeePrices }: ComparedService, t: TFunction): string {
  if (!viewerCanSeePrices) return t('catalog.price.hidden');
  const words = offered(plans).map((plan) => {
    const said = plan.prices.map((price) => priceWords(price, plan.currency)).join(' + ') || noPriceWords(plan, t);
    return `${plan.name}: ${[said, announcedWords(plan, t), termWords(plan, t)].filter((part) => part).join('. ')}`;
  });
  return words.join('\n') || t('catalog.price.noPlan');
}

function audienceOf({ unit, orderRefusal }: ComparedService, t: TFunction): string {
  const whom = unit ? t('choosing.firstOf', { unit: unit.name }) : t('choosing.everybody');
  return `${whom}. ${orderRefusal ?? t('choosing.canOrder')}`;
}

function hours(count: number): string {
  const [value, unit] = count >= 48 ? [count / 24, 'day'] : [count, 'hour'];
  return formatNumber(String(Math.round(value * 10) / 10), { style: 'unit', unit, unitDisplay: 'long' });
}
