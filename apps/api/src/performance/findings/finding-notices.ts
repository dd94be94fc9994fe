import { type FindingKind, findingsWords, findingWords, subjectOfFinding } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notices } from '../../people/notices/notices.js';
import type { PublicAct } from '../../platform/act/act.js';
import type { FindingEntity } from './finding.entity.js';
import { findingSubjects } from './finding-subjects.js';
import { watchersByService } from './watchers.js';

/** A finding that was not open before, with the services that it concerns. */
export interface OpenedFinding {
  readonly finding: FindingEntity;
  readonly serviceIds: readonly string[];
}

/** Those that somebody looks after, and on how many of their services. */
interface Own {
  readonly opened: OpenedFinding[];
  readonly services: Set<string>;
}

/** Who hears of findings: whoever owns or manages one of their services, once for all that one run found of a kind. */
@Injectable()
export class FindingNotices {
  constructor(private readonly notices: Notices) {}

  async tell(tx: EntityManager, act: PublicAct, kind: FindingKind, opened: readonly OpenedFinding[]): Promise<void> {
    if (opened.length === 0) return;
    const subjectIds = opened.map(({ finding }) => finding.subjectId);
    const subjects = await findingSubjects(tx, subjectOfFinding(kind), subjectIds);
    const names = new Map(opened.map(({ finding: { id } }, i) => [id, subjects[i]!.name]));
    for (const [to, { opened: own, services }] of told(await this.ownOf(tx, act.at, opened))) {
      const [{ finding: first }] = own as [OpenedFinding];
      const finding =
        own.length === 1
          ? findingWords(kind, names.get(first.id)!, first.facts)
          : findingsWords(
              kind,
              own.map((one) => names.get(one.finding.id)!),
              services.size,
            );
      await this.notices.tell(tx, act, {
        kind: 'finding',
        to,
        subject: { type: 'finding', id: first.id },
        facts: { finding },
      });
    }
  }

  private async ownOf(tx: EntityManager, at: Date, opened: readonly OpenedFinding[]): Promise<Map<string, Own>> {
    const serviceIds = [...new Set(opened.flatMap((one) => one.serviceIds))];
    const watched = new Map<string, Set<string>>();
    for (const { personId, serviceId } of await watchersByService(tx, serviceIds, at))
      watched.set(personId, (watched.get(personId) ?? new Set()).add(serviceId));
    return new Map(
      [...watched].map(([personId, services]) => [
        personId,
        { opened: opened.filter((one) => one.serviceIds.some((id) => services.has(id))), services },
      ]),
    );
  }
}

/** Those who hear the same together. */
function told(byPerson: ReadonlyMap<string, Own>): [string[], Own][] {
  const together = new Map<string, [string[], Own]>();
  for (const [personId, own] of byPerson) {
    const key = [...own.opened.map(({ finding }) => finding.id), own.services.size].join(' ');
    const known = together.get(key) ?? [[], own];
    known[0].push(personId);
    together.set(key, known);
  }
  return [...together.values()];
}
