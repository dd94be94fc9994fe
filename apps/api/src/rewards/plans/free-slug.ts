import { DomainError } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { RewardPlanEntity } from './reward-plan.entity.js';

/** A slug of a plan's name that no other plan has, or had. @throws {DomainError} When nothing of the name fits into one. */
export async function freeSlug(tx: EntityManager, name: string): Promise<string> {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
  if (slug === '') throw new DomainError('NAME_UNFIT', 'A name needs a Latin letter or a digit.', ['name']);
  // One at a time, so that two plans of the same name do not both find the same slug free.
  await tx.query('SELECT FROM enterprise FOR NO KEY UPDATE');
  for (let n = 1; ; n++) {
    const wanted = n === 1 ? slug : `${slug}-${n}`;
    if (!(await tx.existsBy(RewardPlanEntity, { slug: wanted }))) return wanted;
  }
}
