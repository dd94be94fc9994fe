import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../../app/field-rules';
import { useAct } from '../../app/use-act';
import { ChangeNoticeDigestDocument, NoticeSettingsDocument } from '../../generated/graphql';
import { FieldRow } from '../../ui/field-row';
import { FormPage } from '../../ui/form-page';
import { Panel } from '../../ui/panel';
import { SelectField } from '../../ui/select-field';

const schema = z.object({ timeZone: needed, hour: needed });
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour}:00`.padStart(5, '0') }));

/** When the mail of the day is sent, where one is. */
export function DigestForm({ digest }: { digest: { timeZone: string; hour: number } }) {
  const { t } = useTranslation();
  const change = useAct(ChangeNoticeDigestDocument, {
    changes: [NoticeSettingsDocument],
    done: t('notifications.saved'),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { timeZone: digest.timeZone, hour: String(digest.hour) },
  });
  const known = zones.includes(digest.timeZone) ? zones : [digest.timeZone, ...zones];
  return (
    <Panel title={t('notifications.digest')} description={t('notifications.digestWords')}>
      <FormPage
        form={form}
        submit={t('notifications.save')}
        onSubmit={({ timeZone, hour }) => change.mutateAsync({ input: { timeZone, hour: Number(hour) } })}
      >
        <FieldRow>
          <SelectField
            name="timeZone"
            label={t('notifications.timeZone')}
            options={known.map((value) => ({ value, label: value }))}
            required
          />
          <SelectField name="hour" label={t('notifications.hour')} options={hours} required />
        </FieldRow>
      </FormPage>
    </Panel>
  );
}
