import {
  AGREEMENT_KINDS,
  AGREEMENT_SIDES,
  AVAILABILITY_SOURCES,
  CLOSING_WAYS,
  COMPARATORS,
  EXCLUSION_CATEGORIES,
  EXCLUDED_TIME,
  INDICATOR_KINDS,
  MEASURED_BY,
  MISSING_DATA,
  TICKET_METRICS,
  VERSION_STATES,
  WINDOW_KINDS,
} from '@accord/domain';
import { registerEnumType } from '@nestjs/graphql';
import { upperSnakeEnum } from '../platform/graphql/upper-snake-enum.js';

export const AgreementKindEnum = upperSnakeEnum(AGREEMENT_KINDS);
export const AgreementSideEnum = upperSnakeEnum(AGREEMENT_SIDES);
export const AgreementVersionStateEnum = upperSnakeEnum(VERSION_STATES);
export const IndicatorKindEnum = upperSnakeEnum(INDICATOR_KINDS);
export const AvailabilitySourceEnum = upperSnakeEnum(AVAILABILITY_SOURCES);
export const ClosingWayEnum = upperSnakeEnum(CLOSING_WAYS);
export const ExclusionCategoryEnum = upperSnakeEnum(EXCLUSION_CATEGORIES);
export const ExcludedTimeEnum = upperSnakeEnum(EXCLUDED_TIME);
export const TicketMetricEnum = upperSnakeEnum(TICKET_METRICS);
export const ComparatorEnum = upperSnakeEnum(COMPARATORS);
export const WindowKindEnum = upperSnakeEnum(WINDOW_KINDS);
export const MissingDataEnum = upperSnakeEnum(MISSING_DATA);

export const MeasuredByEnum = upperSnakeEnum(MEASURED_BY);

registerEnumType(MeasuredByEnum, {
  name: 'MeasuredBy',
  description: 'Who measures for the record: us, the provider, or both, so that they have to agree.',
});
registerEnumType(AgreementKindEnum, { name: 'AgreementKind' });
registerEnumType(AgreementVersionStateEnum, { name: 'AgreementVersionState' });
registerEnumType(IndicatorKindEnum, { name: 'IndicatorKind' });
registerEnumType(AvailabilitySourceEnum, { name: 'AvailabilitySource' });
registerEnumType(ClosingWayEnum, { name: 'ClosingWay' });
registerEnumType(ExclusionCategoryEnum, { name: 'ExclusionCategory' });
registerEnumType(ExcludedTimeEnum, { name: 'ExcludedTime' });
registerEnumType(TicketMetricEnum, { name: 'TicketMetric' });
registerEnumType(ComparatorEnum, { name: 'Comparator' });
registerEnumType(WindowKindEnum, { name: 'WindowKind' });
registerEnumType(MissingDataEnum, { name: 'MissingData' });
registerEnumType(AgreementSideEnum, { name: 'AgreementSide' });
