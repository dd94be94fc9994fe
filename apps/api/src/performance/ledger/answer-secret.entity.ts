import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What the keys of answers are made with: one secret of this installation, made when the first answer comes. Without it
 * nobody finds out whose answer is whose by trying names.
 */
@Entity('answer_secret')
@Check('answer_secret_one_check', `"id" = 1`)
@Check('answer_secret_length_check', `octet_length("secret") = 32`)
export class AnswerSecretEntity {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'answer_secret_pkey' })
  id!: number;

  @Column('bytea')
  secret!: Buffer;
}
