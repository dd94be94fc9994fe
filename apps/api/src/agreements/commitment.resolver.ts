import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { serviceById } from '../catalog/services/service.loader.js';
import { Service } from '../catalog/services/service.type.js';
import { CurrentLoaders, type Loaders } from '../platform/graphql/loaders.js';
import { namedAgreement } from './agreement.loader.js';
import { Agreement } from './agreement.type.js';
import { termsOfCommitment } from './commitment-terms.loader.js';
import { CommitmentTerms } from './commitment-terms.type.js';
import type { CommitmentEntity } from './commitment.entity.js';
import { Commitment } from './commitment.type.js';

@Resolver(() => Commitment)
export class CommitmentResolver {
  @ResolveField(() => Service)
  service(@Parent() { serviceId }: CommitmentEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(serviceById, serviceId);
  }

  @ResolveField(() => Agreement)
  agreement(@Parent() { agreementId }: CommitmentEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(namedAgreement, agreementId);
  }

  @ResolveField(() => CommitmentTerms, { description: 'The terms in force now, else the newest.' })
  async terms(@Parent() { id }: CommitmentEntity, @CurrentLoaders() loaders: Loaders) {
    const { inForce, history } = await loaders.load(termsOfCommitment, id);
    return inForce ?? history[0];
  }

  @ResolveField(() => [CommitmentTerms], { description: 'Newest first.' })
  async termsHistory(@Parent() { id }: CommitmentEntity, @CurrentLoaders() loaders: Loaders) {
    return (await loaders.load(termsOfCommitment, id)).history;
  }
}
