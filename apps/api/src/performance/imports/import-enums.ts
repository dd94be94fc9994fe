import { IMPORT_KINDS } from '@accord/domain';
import { registerEnumType } from '@nestjs/graphql';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { IMPORT_STATES } from './import-run.entity.js';

export const ImportKindEnum = upperSnakeEnum(IMPORT_KINDS);
export const ImportStateEnum = upperSnakeEnum(IMPORT_STATES);

registerEnumType(ImportKindEnum, { name: 'ImportKind' });
registerEnumType(ImportStateEnum, { name: 'ImportState' });
