import { explainStep, goodPercent, idsIn } from '@accord/domain';
import type { ChainNeed as Need } from '@accord/sla';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { CommitmentEntity } from '../../agreements/commitment.entity.js';
import { commitmentFromInside } from '../../agreements/commitment.loader.js';
import { Commitment } from '../../agreements/commitment.type.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import { chainOf } from './chain.loader.js';
import { CommitmentChain } from './chain.type.js';

/** What performance adds to a commitment: the promises under it. */
@Resolver(() => Commitment)
export class ChainResolver {
  @ResolveField(() => CommitmentChain, {
    nullable: true,
    description: 'Null where nothing is known that it rests on, and for who sees the agreement from outside.',
  })
  async chain(@Parent() { id }: CommitmentEntity, @CurrentLoaders() loaders: Loaders): Promise<CommitmentChain | null> {
    const [inside, chain] = await Promise.all([loaders.load(commitmentFromInside, id), loaders.load(chainOf, id)]);
    if (!inside || !chain) return null;
    const seen = await Promise.all(chain.links.map(({ promise }) => loaders.load(commitmentFromInside, promise.id)));
    const known = new Set(seen.flatMap((commitment) => commitment?.id ?? []));
    const isSeen = (link: string) => known.has(link);
    return {
      ...chain,
      links: chain.links.map(({ promise, depth, needs }, i) => ({
        id: promise.id,
        depth,
        commitment: seen[i]!,
        promised: isSeen(promise.id) ? goodPercent(promise) : null,
        needs: needs.map(shown),
      })),
      figures: [...chain.figures],
      // Of what somebody may not see they are not told how weak it is.
      tooWeak: chain.tooWeak.filter(({ link, under }) => isSeen(link) && isSeen(under)),
      caveats: chain.caveats.filter(({ link, kind }) => isSeen(link) || kind === 'notInForce'),
      explanation: seen.includes(null)
        ? []
        : chain.explanation.map(explainStep).map(({ rule, inputs, result }) => ({
            rule,
            inputs: [...inputs],
            result: [...result],
            evidence: [],
          })),
    };
  }
}

const shown = (need: Need) => ({
  anyOf: [...idsIn(need)],
  needed: typeof need === 'string' ? 1 : (need.needed ?? 1),
});
