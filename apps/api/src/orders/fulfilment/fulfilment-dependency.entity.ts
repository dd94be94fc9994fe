import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A task that comes after another. */
@Entity('fulfilment_dependency')
@Check('fulfilment_dependency_other_check', `"task_id" <> "after_id"`)
export class FulfilmentDependencyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fulfilment_dependency_pkey' })
  @ForeignKey('fulfilment_task', { name: 'fulfilment_dependency_task_fkey' })
  taskId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fulfilment_dependency_pkey' })
  @ForeignKey('fulfilment_task', { name: 'fulfilment_dependency_after_fkey' })
  afterId!: string;
}
