import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { officeToday } from '../../catalog/office-today.js';
import { activeAdministrators } from '../../people/administrators.js';
import { Notices } from '../../people/notices/notices.js';
import { PersonEntity } from '../../people/person.entity.js';
import type { Act } from '../../platform/act/act.js';
import type { ApprovalSubstituteEntity } from './approval-substitute.entity.js';

/** Who is told that somebody decides in the place of another, or shall. */
@Injectable()
export class SubstituteNotices {
  constructor(private readonly notices: Notices) {}

  /** Both of them. */
  async holds(tx: EntityManager, act: Act, substitution: ApprovalSubstituteEntity): Promise<void> {
    const { person, substitute, from, to, subject } = await told(tx, substitution);
    const both = [substitution.substituteId, substitution.personId];
    await this.notices.tell(tx, act, {
      kind: 'substitution',
      to: both,
      subject,
      facts: { person, substitute, from, to },
    });
  }

  /** Everybody who may decide on it, who is away among them. */
  async proposed(tx: EntityManager, act: Act, substitution: ApprovalSubstituteEntity): Promise<void> {
    const { subject, ...facts } = await told(tx, substitution);
    const administrators = (await activeAdministrators(tx, act.at)).map(({ personId }) => personId);
    const others = new Set([substitution.personId, ...administrators, ...(await officeToday(tx, act.at))]);
    const to = [...others].filter((id) => id !== substitution.byId && id !== substitution.substituteId);
    await this.notices.tell(tx, act, {
      kind: 'substituteProposed',
      to,
      subject,
      facts: { ...facts, by: act.viewer.name },
    });
  }

  /** Who proposed it. */
  async decided(tx: EntityManager, act: Act, substitution: ApprovalSubstituteEntity): Promise<void> {
    const { person, substitute, subject } = await told(tx, substitution);
    const facts = { person, substitute, state: substitution.state, by: act.viewer.name };
    await this.notices.tell(tx, act, { kind: 'substituteDecided', to: [substitution.byId], subject, facts });
  }
}

async function told(tx: EntityManager, { id, personId, substituteId, fromDate, toDate }: ApprovalSubstituteEntity) {
  const people = await tx.findBy(PersonEntity, { id: In([personId, substituteId]) });
  const nameOf = (one: string) => people.find((person) => person.id === one)!.name;
  const subject = { type: 'approvalSubstitute', id };
  return { person: nameOf(personId), substitute: nameOf(substituteId), from: fromDate, to: toDate, subject };
}
