import { z } from 'zod';
import { DomainError } from '../domain-error.js';
import { parseWith } from '../parse-with.js';
import { ROLES, type Role, type Viewer } from '../people/viewer.js';
import { SLUG } from '../slug.js';

const MOST = 50;
const distinct = (values: readonly string[]) => new Set(values).size === values.length;
const some = <T extends z.ZodType<string>>(one: T) =>
  z.array(one).min(1).max(MOST).refine(distinct, 'has each value once').optional();

/** People by where they belong, what they are and where they work; of one list any is enough, of the lists all that stand. */
const audience = z
  .strictObject({
    /** Slugs of units; those below count too. */
    units: some(z.string().max(80).regex(SLUG, 'is the slug of a unit')),
    /** Held today, wherever. */
    roles: some(z.enum(ROLES).exclude(['providerContact'])),
    /** As the administrator writes them. */
    locations: some(z.string().trim().min(1).max(120)),
  })
  .refine((lists) => Object.values(lists).some((list) => list !== undefined), 'names units, roles or locations');

const entitlement = z.strictObject({
  see: z.union([z.literal('everybody'), audience]),
  order: z.union([z.literal('requesters'), audience]),
});

export type Audience = Readonly<z.infer<typeof audience>>;

/** Who sees the service in the catalog, and which requesters order it. Who has it keeps it, whatever is said here. */
export type Entitlement = Readonly<z.infer<typeof entitlement>>;

export const DEFAULT_ENTITLEMENT: Entitlement = { see: 'everybody', order: 'requesters' };

/** @throws {DomainError} `MALFORMED_ENTITLEMENT` at the path of what is wrong. */
export function parseEntitlement(value: unknown, path: readonly string[] = ['entitlement']): Entitlement {
  return parseWith(entitlement, value ?? DEFAULT_ENTITLEMENT, path, 'MALFORMED_ENTITLEMENT');
}

/** Whom a rule names; null = all of those whom it is about. */
export const audienceOf = (rule: Entitlement['see'] | Entitlement['order']): Audience | null =>
  typeof rule === 'string' ? null : rule;

/** Where somebody belongs, as far as an audience asks. */
export interface Belonging {
  /** Slugs of their unit and of those above it. */
  readonly units: readonly string[];
  readonly roles: readonly Role[];
  readonly location: string | null;
}

export function belongingOf({ units = [], roles, location = null }: Viewer): Belonging {
  return { units, roles: [...new Set(roles.map(({ role }) => role))], location };
}

/** Whether somebody is among those whom an audience names; everybody is where it names nobody. */
export function isAmong(audience: Audience | null, { units, roles, location }: Belonging): boolean {
  if (audience === null) return true;
  const has = <T>(named: readonly T[] | undefined, own: readonly T[]) =>
    !named || named.some((one) => own.includes(one));
  return (
    has(audience.units, units) &&
    has(audience.roles, roles) &&
    has(audience.locations, location === null ? [] : [location])
  );
}

/** Of somebody for whom others order, only where they belong and work counts: roles are about who orders. */
export function isReceiver(audience: Audience | null, person: Belonging): boolean {
  return audience === null || isAmong({ ...audience, roles: undefined }, person);
}

/** What the sentences of a refusal are made of. */
export interface EntitledService {
  readonly name: string;
  /** null = all requesters. */
  readonly orderedBy: Audience | null;
  /** Of who owns it; null = nobody does. */
  readonly owner: string | null;
  /** Names of units by their slugs. */
  readonly unitNames: ReadonlyMap<string, string>;
}

/** Why somebody may not order a service for somebody, and whom to ask; null when they may. */
export function entitlementRefusal(
  service: EntitledService,
  requester: Belonging,
  beneficiary: (Belonging & { readonly name: string }) | null = null,
): DomainError | null {
  const { name, orderedBy, owner, unitNames } = service;
  if (orderedBy === null) return null;
  const refused = (why: string) => {
    const ask = `ask ${owner === null ? 'the BT office' : `${owner}, who owns it`}`;
    return new DomainError('NOT_ENTITLED', `${why}; ${ask}.`, ['planId']);
  };
  if (!isAmong(orderedBy, requester)) return refused(`Only ${audienceInWords(orderedBy, unitNames)} order ${name}`);
  if (beneficiary === null || isReceiver(orderedBy, beneficiary)) return null;
  const whom = audienceInWords({ ...orderedBy, roles: undefined }, unitNames);
  return refused(`${name} is for ${whom}, and ${beneficiary.name} is none of them`);
}

/** For sentences: "budget owners of Sales in Berlin or Hamburg". */
export function audienceInWords(
  { units, roles, locations }: Audience,
  unitNames: ReadonlyMap<string, string> = new Map(),
): string {
  const who = roles ? oneOf(roles.map(inWords)) : 'people';
  const where = units ? ` of ${oneOf(units.map((slug) => unitNames.get(slug) ?? slug))}` : '';
  return `${who}${where}${locations ? ` in ${oneOf(locations)}` : ''}`;
}

/** `serviceManager` is "service managers". */
const inWords = (role: Role): string =>
  role === 'btOffice' ? 'the BT office' : `${role.replace(/([A-Z])/g, ' $1').toLowerCase()}s`;

function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
