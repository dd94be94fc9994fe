import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { type EmptyAccord, onEmptyAccord } from './empty-accord.js';
import { type Proof, proofOf } from './proof.js';

/** A year's plans of one product, as its makers published them. */
interface Pricing {
  saasName: string;
  createdAt: string;
  currency: string;
  /** None in a year in which everything was sold as add-ons. */
  plans: Record<string, { description?: string; price: number | string; unit?: string }> | null;
}

/** A plan as somebody buys it on a day. */
interface Offered {
  slug: string;
  name: string;
  description: string;
  currency: string;
  prices: object[];
  pricesFrom: string;
  priceOnRequest?: boolean;
}

const BRING = 'mutation ($yaml: String!) { bringService(yaml: $yaml) { version { id } errors { message } } }';

const PLANS = /* GraphQL */ `
  query ($slug: String!) {
    service(slug: $slug) {
      plans {
        slug
        currency
        priceLists {
          from
          to
          prices {
            kind
            amount
            per
            unitName
          }
        }
      }
    }
  }
`;

type PlanSeen = {
  slug: string;
  currency: string;
  priceLists: { from: string; to: string | null; prices: { amount: string; per: string; unitName: string | null }[] }[];
};

/** Plans of 37 products through seven years: each year a file that one brings in and another one publishes. */
export function saasPricing(database: string, folder: string): Promise<Proof[]> {
  return onEmptyAccord(database, async (empty) => {
    const pricings = join(folder, 'pricings');
    const products = (await readdir(pricings)).sort();
    let [agree, plans, years] = [0, 0, 0];
    for (const product of products) {
      const slug = product.toLowerCase();
      const files = (await readdir(join(pricings, product))).filter((file) => file.endsWith('.yml')).sort();
      const read = await Promise.all(files.map((file) => readFile(join(pricings, product, file), 'utf8')));
      const pricing = read.map((text) => parse(text) as Pricing);
      for (const year of pricing) await offer(empty, slug, year);
      const seen: { service: { plans: PlanSeen[] } } = await empty.ada.ask(PLANS, { slug });
      for (const year of pricing) {
        const wanted = offeredIn(year);
        plans += wanted.length;
        agree += wanted.filter((plan) => isSeen(plan, seen.service.plans, year.createdAt)).length;
      }
      years += pricing.length;
    }
    return [
      proofOf('saas-pricing-plans', agree, plans, { of: 924, ratio: 1 }),
      proofOf('saas-pricing-years', years, years, { of: 238, ratio: 1 }),
    ];
  });
}

/** The file of a year, as an owner brings it in; somebody else publishes it. */
async function offer({ ada, ben }: EmptyAccord, slug: string, pricing: Pricing): Promise<void> {
  const file = {
    format: 'accord.service/1',
    service: slug,
    placement: { lineOfService: 'softwareSupport' },
    name: pricing.saasName,
    outcome: `What ${pricing.saasName} sells.`,
    plans: offeredIn(pricing),
  };
  const { bringService } = await ada.ask(BRING, { yaml: stringify(file) });
  if (bringService.errors.length > 0) throw new Error(`${slug}: ${bringService.errors[0].message}`);
  const { id } = bringService.version;
  await ada.act('proposeServiceVersion', { id });
  await ben.act('publishServiceVersion', { id });
}

function offeredIn({ plans, currency, createdAt }: Pricing): Offered[] {
  return Object.entries(plans ?? {}).map(([name, { description, price, unit }]) => ({
    // A plan is priced in one currency for good: the same name in another one is another plan.
    slug: `${name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')}-${currency.toLowerCase()}`,
    name,
    description: description ?? '',
    currency,
    pricesFrom: createdAt,
    ...(typeof price === 'number'
      ? { prices: [priceOf(String(price), unit ?? 'month')] }
      : { prices: [], priceOnRequest: true }),
  }));
}

/** `user/month` counts users, `/month` nothing but months. */
function priceOf(amount: string, unit: string) {
  const [counted, period = 'month'] = unit.split('/');
  const per = period === 'year' ? 'year' : 'month';
  return counted && unit.includes('/')
    ? { kind: 'perUnit', label: 'Price', amount, per, unitName: counted }
    : { kind: 'recurring', label: 'Price', amount, per };
}

/** Whether the catalog says of the day what the file says. */
function isSeen({ slug, currency, prices, priceOnRequest }: Offered, plans: readonly PlanSeen[], day: string): boolean {
  const plan = plans.find((one) => one.slug === slug);
  const list = plan?.priceLists.find(({ from, to }) => from <= day && (to === null || day <= to));
  if (priceOnRequest) return plan?.currency === currency && list === undefined;
  const told = list?.prices.map(({ amount, per, unitName }) => [Number(amount), per.toLowerCase(), unitName]);
  const wanted = (prices as { amount: string; per: string; unitName?: string }[]).map(({ amount, per, unitName }) => [
    Number(amount),
    per,
    unitName ?? null,
  ]);
  return plan?.currency === currency && JSON.stringify(told) === JSON.stringify(wanted);
}
