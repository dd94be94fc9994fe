import { AgreementEndEntity } from './agreement-end.entity.js';
import { AgreementVersionEntity } from './agreement-version.entity.js';
import { AgreementEntity } from './agreement.entity.js';
import { CalendarChangeEntity } from './calendars/calendar-change.entity.js';
import { ServiceCalendarVersionEntity } from './calendars/service-calendar-version.entity.js';
import { ServiceCalendarEntity } from './calendars/service-calendar.entity.js';
import { CommitmentUnderpinningEntity } from './chain/commitment-underpinning.entity.js';
import { CommitmentTermsEntity } from './commitment-terms.entity.js';
import { CommitmentEntity } from './commitment.entity.js';
import { OpenSloDocumentEntity } from './openslo/openslo-document.entity.js';

export const agreementEntities = [
  ServiceCalendarEntity,
  ServiceCalendarVersionEntity,
  CalendarChangeEntity,
  AgreementEntity,
  AgreementVersionEntity,
  AgreementEndEntity,
  CommitmentEntity,
  CommitmentTermsEntity,
  CommitmentUnderpinningEntity,
  OpenSloDocumentEntity,
];
