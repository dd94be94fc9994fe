import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { ProvidersModule } from '../providers/providers.module.js';
import { AgreementEndResolver, EndingAgreementResolver } from './agreement-end.resolver.js';
import { AgreementEnds } from './agreement-ends.js';
import { AgreementVersionResolver } from './agreement-version.resolver.js';
import { AgreementVersions } from './agreement-versions.js';
import { AgreementResolver } from './agreement.resolver.js';
import { Agreements } from './agreements.js';
import { CalendarChangeResolver, ChangingCalendarResolver } from './calendars/calendar-change.resolver.js';
import { CalendarResolver } from './calendars/calendar.resolver.js';
import { Calendars } from './calendars/calendars.js';
import { CommitmentTermsResolver } from './commitment-terms.resolver.js';
import { CommitmentResolver } from './commitment.resolver.js';
import { DraftTerms } from './draft-terms.js';
import { AgreementImport } from './import/agreement-import.js';
import { OpenSloExportController } from './openslo/openslo-export.controller.js';
import { OpenSloImport } from './openslo/openslo-import.js';
import {
  PromisesOfPlanResolver,
  PromisesOfProviderResolver,
  PromisesOfServiceResolver,
} from './promises-of.resolver.js';
import { TermsInForce } from './terms-in-force.js';

@Module({
  imports: [CatalogModule, ProvidersModule],
  controllers: [OpenSloExportController],
  providers: [
    Agreements,
    AgreementEnds,
    AgreementVersions,
    Calendars,
    DraftTerms,
    AgreementImport,
    OpenSloImport,
    TermsInForce,
    AgreementResolver,
    AgreementEndResolver,
    EndingAgreementResolver,
    AgreementVersionResolver,
    CalendarResolver,
    CalendarChangeResolver,
    ChangingCalendarResolver,
    CommitmentResolver,
    CommitmentTermsResolver,
    PromisesOfServiceResolver,
    PromisesOfPlanResolver,
    PromisesOfProviderResolver,
  ],
  exports: [
    Agreements,
    AgreementEnds,
    AgreementVersions,
    Calendars,
    DraftTerms,
    AgreementImport,
    OpenSloImport,
    TermsInForce,
  ],
})
export class AgreementsModule {}
