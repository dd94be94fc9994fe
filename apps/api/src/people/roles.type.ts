import { PROPOSAL_STATES, ROLES, SCOPE_KINDS } from '@accord/domain';
import { registerEnumType } from '@nestjs/graphql';
import { upperSnakeEnum } from '../platform/graphql/upper-snake-enum.js';

export const RoleEnum = upperSnakeEnum(ROLES);
export const ScopeKindEnum = upperSnakeEnum(SCOPE_KINDS);
export const ProposalStateEnum = upperSnakeEnum(PROPOSAL_STATES);

registerEnumType(RoleEnum, { name: 'Role' });
registerEnumType(ScopeKindEnum, { name: 'ScopeKind' });
registerEnumType(ProposalStateEnum, { name: 'ProposalState' });
