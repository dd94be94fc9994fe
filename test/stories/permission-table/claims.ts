import type { Act } from '@accord/api/platform/act/act.js';
import { ClaimPartEntity } from '@accord/api/performance/claims/claim-part.entity.js';
import { ClaimEntity } from '@accord/api/performance/claims/claim.entity.js';
import { Claims } from '@accord/api/performance/claims/claims.js';
import type { Rows } from './row.js';
import type { World } from './world.js';

type Kind = 'sla' | 'uc';
let made = 0;

/** The service was down for an hour in February, for as many agreements as are made. */
const outages = new WeakMap<World, Promise<unknown>>();
async function downtime(world: World) {
  const { given, home } = world;
  const recorded = outages.get(world) ?? given.outage(home.service, '2026-02-12T08:00:00Z', '2026-02-12T09:00:00Z');
  outages.set(world, recorded);
  await recorded;
}

/** What can be claimed of a missed month: by the unit of us, or by us of the provider. */
async function claimable(world: World, kind: Kind): Promise<ClaimEntity> {
  await downtime(world);
  const { given, home, api } = world;
  const parties = kind === 'sla' ? { customerId: home.unit.id } : { providerId: home.provider.id };
  const terms = [{ serviceId: home.service.id, slug: `claimed-${++made}` }];
  const remedy = { isAutomatic: false };
  const { agreement, commitments } = await given.agreement({
    kind,
    ...parties,
    monthlyCharge: '1000.00',
    terms,
    remedy,
  });
  await given.closed('2026-02', ...commitments);
  return api.dataSource.manager.findOneByOrFail(ClaimEntity, { agreementId: agreement.id });
}

/** By those who may everything that the claim asks of its two sides. */
async function sides({ given, home }: World, kind: Kind): Promise<{ claimant: Act; other: Act; debtor: Act }> {
  const owner = async () =>
    given.act(await given.person({ roles: [{ role: 'budgetOwner', kind: 'unit', id: home.unit.id }] }));
  const manager = async () => given.act(await given.person({ roles: ['btOffice'] }));
  return kind === 'sla'
    ? { claimant: await owner(), other: await owner(), debtor: await manager() }
    : { claimant: await manager(), other: await manager(), debtor: await manager() };
}

async function moved(world: World, kind: Kind, state: 'claimable' | 'claimed' | 'disputed' | 'accepted' | 'waiting') {
  const { claimant, debtor } = await sides(world, kind);
  const claims = world.api.get(Claims);
  let claim = await claimable(world, kind);
  if (state === 'waiting') claim = await claims.askWaiver(claimant, claim.id, claim.version, 'Because.');
  else if (state !== 'claimable') claim = await claims.claim(claimant, claim.id, claim.version);
  if (state === 'disputed') claim = await claims.dispute(debtor, claim.id, claim.version, 'Because.');
  if (state === 'accepted') claim = await claims.accept(debtor, claim.id, claim.version, null);
  return { id: claim.id, version: claim.version };
}

const kinds: [suffix: string, kind: Kind][] = [
  ['', 'uc'],
  ['.sla', 'sla'],
];

/** The same operation for what a company owes us, and for what we owe a unit. */
const bothKinds = (name: string, state: Parameters<typeof moved>[2], words: object = {}): Rows =>
  Object.fromEntries(
    kinds.map(([suffix, kind]) => [
      `${name}${suffix}`,
      { arguments: async (world: World) => ({ ...(await moved(world, kind, state)), ...words }) },
    ]),
  );

/** Of what nobody asked for yet a provider knows nothing. */
async function claimed(world: World, kind: Kind): Promise<ClaimEntity> {
  const { id } = await moved(world, kind, 'claimed');
  return world.api.dataSource.manager.findOneByOrFail(ClaimEntity, { id });
}

/** One to be looked at, for the whole table. */
const shown = new WeakMap<World, Map<Kind, Promise<ClaimEntity>>>();
function one(world: World, kind: Kind): Promise<ClaimEntity> {
  const known = shown.get(world) ?? new Map<Kind, Promise<ClaimEntity>>();
  shown.set(world, known);
  const claim = known.get(kind) ?? claimed(world, kind);
  known.set(kind, claim);
  return claim;
}

const because = { reason: 'Because.' };

export const claims: Rows = {
  ...Object.fromEntries(
    kinds.flatMap(([suffix, kind]) => [
      [`claim${suffix}`, { arguments: async (world: World) => ({ id: (await one(world, kind)).id }) }],
      [
        `claims${suffix}`,
        { arguments: async (world: World) => ({ agreementId: (await one(world, kind)).agreementId, first: 5 }) },
      ],
    ]),
  ),
  ...Object.fromEntries(
    kinds.map(([suffix, kind]) => [
      `creditExposure${suffix}`,
      {
        arguments: async (world: World) => (await one(world, kind), { from: '2026-01', to: '2026-03' }),
        selection: `credits { isOwed }`,
        shows: (rows: { credits: { isOwed: boolean }[] }[]) =>
          rows.some(({ credits }) => credits.some(({ isOwed }) => isOwed === (kind === 'sla'))),
      },
    ]),
  ),
  ...bothKinds('claimCredit', 'claimable'),
  ...bothKinds('acceptClaim', 'claimed'),
  ...bothKinds('disputeClaim', 'claimed', because),
  ...bothKinds('insistOnClaim', 'disputed', because),
  settleClaim: {
    arguments: async (world) => ({ ...(await moved(world, 'uc', 'accepted')), note: 'Credit note 4711.' }),
  },
  'settleClaim.sla': {
    arguments: async (world) => {
      const claim = await moved(world, 'sla', 'accepted');
      // As the reckoning finds where nobody was charged for it.
      await world.api.dataSource.manager.update(ClaimPartEntity, { claimId: claim.id }, { unbilledAt: new Date() });
      return { ...claim, note: 'Credit note 4711.' };
    },
  },
  ...bothKinds('askClaimWaiver', 'claimable', because),
  ...bothKinds('approveClaimWaiver', 'waiting'),
  ...bothKinds('refuseClaimWaiver', 'waiting', because),
};
