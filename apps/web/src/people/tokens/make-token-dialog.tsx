import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day, needed } from '../../app/field-rules';
import { useToday } from '../../app/use-today';
import { useAct } from '../../app/use-act';
import { AccessTokensDocument, MakeAccessTokenDocument, TokenScopeCodes } from '../../generated/graphql';
import { DateField } from '../../ui/date-field';
import { FormDialog } from '../../ui/form-dialog';
import { SecretDialog } from '../../ui/secret-dialog';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';

const schema = z.object({
  name: needed,
  scopes: z.array(z.enum(TokenScopeCodes)).min(1, 'ui.form.required'),
  expiresAt: day,
});

const inDays = (today: string, days: number) =>
  new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

/** Asks what a token is for, then shows it this once. */
export function MakeTokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const [secret, setSecret] = useState<string | null>(null);
  const make = useAct(MakeAccessTokenDocument, {
    changes: [AccessTokensDocument],
    onDone: ({ makeAccessToken }) => setSecret(makeAccessToken.secret ?? null),
  });
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { name: '', scopes: ['READ'], expiresAt: inDays(today, 90) },
  });
  if (secret) {
    return (
      <SecretDialog
        title={t('tokens.secretTitle')}
        words={t('tokens.secretWords')}
        secret={secret}
        done={t('tokens.done')}
        onDone={onClose}
      />
    );
  }
  return (
    <FormDialog
      title={t('tokens.make')}
      form={form}
      submit={t('tokens.make')}
      onSubmit={({ expiresAt, ...wish }) =>
        make.mutateAsync({ input: { ...wish, expiresAt: `${expiresAt}T00:00:00.000Z` } })
      }
      onClose={onClose}
    >
      <TextField name="name" label={t('tokens.name')} autoComplete="off" required />
      <SelectField
        name="scopes"
        label={t('tokens.scopes')}
        description={t('tokens.scopesHint')}
        options={TokenScopeCodes.map((value) => ({ value, label: t(`tokens.scope.${value}`) }))}
        multiple
        required
      />
      <DateField
        name="expiresAt"
        label={t('tokens.expires')}
        description={t('tokens.expiresHint')}
        min={inDays(today, 1)}
        max={inDays(today, 365)}
        required
      />
    </FormDialog>
  );
}
