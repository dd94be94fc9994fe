import { Text } from '@mantine/core';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PullAuthorizationCodes, PullKindCodes } from '../../generated/graphql';
import { FieldRow } from '../../ui/field-row';
import { NumberField } from '../../ui/number-field';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { isAhead, type PullValues } from './pull-form';
import { PullTrial } from './pull-trial';

/** What is asked where, and by what one is let in; it can be tried before anything is kept. */
export function PullFields({ id, kindStays }: { id?: string; kindStays?: boolean }) {
  const { t } = useTranslation();
  const { control } = useFormContext<PullValues>();
  const [kind, authorization] = useWatch({ control, name: ['kind', 'authorization'] });
  const [isHistory, isPage] = [kind === 'UPPTIME', kind === 'STATUSPAGE'];
  return (
    <>
      {!kindStays && (
        <SelectField
          name="kind"
          label={t('sources.pull.kind')}
          options={PullKindCodes.map((value) => ({ value, label: t(`sources.pullKind.${value}`) }))}
          required
        />
      )}
      <TextField
        name="address"
        label={t('sources.pull.address')}
        description={t(`sources.pull.addressOf.${kind}`)}
        required
      />
      {kind === 'PROMETHEUS_COUNTS' && (
        <>
          <TextField name="good" label={t('sources.pull.good')} description={t('sources.pull.goodHint')} required />
          <TextField name="total" label={t('sources.pull.total')} required />
        </>
      )}
      {kind === 'PROMETHEUS_HISTOGRAM' && (
        <FieldRow>
          <TextField
            name="buckets"
            label={t('sources.pull.buckets')}
            description={t('sources.pull.bucketsHint')}
            required
          />
          <TextField name="unit" label={t('sources.pull.unit')} description={t('sources.pull.unitHint')} required />
        </FieldRow>
      )}
      {kind === 'PROMETHEUS_UP' && (
        <TextField name="up" label={t('sources.pull.up')} description={t('sources.pull.upHint')} required />
      )}
      {isHistory && (
        <TextField name="site" label={t('sources.pull.site')} description={t('sources.pull.siteHint')} required />
      )}
      {isAhead(kind) && (
        <TextField name="named" label={t('sources.pull.named')} description={t(`sources.pull.namedOf.${kind}`)} />
      )}
      {isPage && (
        <TextField name="component" label={t('sources.pull.component')} description={t('sources.pull.componentHint')} />
      )}
      <FieldRow>
        {!isHistory && !isPage && !isAhead(kind) && (
          <NumberField name="stepSeconds" label={t('sources.pull.step')} min={15} max={3600} whole required />
        )}
        <NumberField name="everyMinutes" label={t('sources.pull.every')} min={1} max={1440} whole required />
      </FieldRow>
      <SelectField
        name="authorization"
        label={t('sources.pull.authorization')}
        options={PullAuthorizationCodes.map((value) => ({ value, label: t(`sources.authorizationOf.${value}`) }))}
        required
      />
      {authorization === 'BEARER' && (
        <TextField name="bearer" label={t('sources.pull.bearer')} type="password" autoComplete="off" />
      )}
      {authorization === 'BASIC' && (
        <FieldRow>
          <TextField name="user" label={t('sources.pull.user')} autoComplete="off" />
          <TextField name="password" label={t('sources.pull.password')} type="password" autoComplete="off" />
        </FieldRow>
      )}
      {id && authorization !== 'NONE' && (
        <Text size="sm" className="quiet">
          {t('sources.pull.secretStays')}
        </Text>
      )}
      <PullTrial id={id} />
    </>
  );
}
