import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import { NoticeEntity } from './notice.entity.js';
import { isNoticeSubject } from './notice-subjects.js';

/** Who does something about a thing has read what they were told about it. */
@Injectable()
export class ReadByActing implements OnModuleInit {
  constructor(private readonly audit: Audit) {}

  onModuleInit(): void {
    this.audit.listen(async (tx, { viewer, at }, _action, { type: subjectType, id: subjectId }) => {
      if (!viewer || !isNoticeSubject(subjectType)) return;
      const theirs = { personId: viewer.personId, subjectType, subjectId };
      await tx.update(NoticeEntity, { ...theirs, inbox: true, readAt: IsNull() }, { readAt: at });
    });
  }
}
