import { ImportProblemEntity } from './import-problem.entity.js';
import { ImportProfileEntity } from './import-profile.entity.js';
import { ImportRunEntity } from './import-run.entity.js';
import { UploadEntity } from './upload.entity.js';

export const importEntities = [UploadEntity, ImportRunEntity, ImportProblemEntity, ImportProfileEntity];
