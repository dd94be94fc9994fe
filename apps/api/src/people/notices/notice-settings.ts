import { DomainError, NOTICE_KINDS, timeZoneOf, usualSwitch, type NoticeKind, type NoticeSwitch } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { EnterpriseEntity } from '../enterprise.entity.js';
import { NoticeDigestEntity } from './notice-digest.entity.js';
import { NoticeSettingEntity } from './notice-setting.entity.js';

/** When the mail of the day is sent to who never said when. */
export const USUAL_HOUR = 8;

/** How the viewer wants to hear of what; everybody decides for themselves. */
@Injectable()
export class NoticeSettings {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Every kind, as the viewer chose or as is usual. */
  async kinds({ viewer: { personId } }: Act): Promise<(NoticeSwitch & { kind: NoticeKind })[]> {
    const chosen = await this.database.read.findBy(NoticeSettingEntity, { personId });
    return NOTICE_KINDS.map((kind) => ({
      kind,
      ...(chosen.find((setting) => setting.kind === kind) ?? usualSwitch(kind)),
    }));
  }

  async digest({ viewer: { personId } }: Act): Promise<Pick<NoticeDigestEntity, 'timeZone' | 'hour'>> {
    const chosen = await this.database.read.findOneBy(NoticeDigestEntity, { personId });
    if (chosen) return chosen;
    const { timeZone } = await this.database.read.findOneByOrFail(EnterpriseEntity, { only: true });
    return { timeZone, hour: USUAL_HOUR };
  }

  change(act: Act, kind: NoticeKind, { inbox, mail }: NoticeSwitch): Promise<void> {
    const { personId } = act.viewer;
    return this.database.transaction(async (tx) => {
      const before = (await tx.findOneBy(NoticeSettingEntity, { personId, kind })) ?? { kind, ...usualSwitch(kind) };
      const after = { personId, kind, inbox, mail };
      await tx.upsert(NoticeSettingEntity, after, ['personId', 'kind']);
      await this.audit.record(tx, act, 'person.noticesSet', { type: 'person', id: personId }, before, after);
    });
  }

  /** @throws {DomainError} When there is no such zone, or no such hour. */
  changeDigest(act: Act, { timeZone, hour }: { timeZone: string; hour: number }): Promise<void> {
    if (hour < 0 || hour > 23) throw new DomainError('INVALID', 'The hour is from 0 to 23.', ['hour']);
    const { personId } = act.viewer;
    const zone = timeZoneOf(timeZone);
    return this.database.transaction(async (tx) => {
      const before = await tx.findOneBy(NoticeDigestEntity, { personId });
      const after = { personId, timeZone: zone, hour };
      await tx.upsert(NoticeDigestEntity, after, ['personId']);
      await this.audit.record(tx, act, 'person.digestSet', { type: 'person', id: personId }, before, after);
    });
  }
}
