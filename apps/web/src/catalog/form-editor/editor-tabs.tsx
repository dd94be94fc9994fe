import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../ui/refused';
import { TextField } from '../../ui/text-field';
import './form-words';

/** What every form with two tabs has beside its fields. */
export interface TextValues {
  mode: 'fields' | 'source';
  text: string;
}
type Props<Values> = {
  /** Of the first tab. */
  label: string;
  description?: ReactNode;
  rows: number;
  /** The values that a text stands for. @throws {Refused} When it stands for none. */
  read: (text: string) => Partial<Values>;
  write: (values: Values) => string;
  children: ReactNode;
};

/** The same thing in two tabs, by its fields and as text: what was changed in one stands in the other. */
export function EditorTabs<Values extends TextValues>({
  label,
  description,
  rows,
  read,
  write,
  children,
}: Props<Values>) {
  const { t } = useTranslation();
  const { getValues, setError, reset } = useFormContext<TextValues>();
  const mode = useWatch<TextValues, 'mode'>({ name: 'mode' });
  const turn = (next: TextValues['mode']) => {
    const values = getValues() as Values;
    try {
      const other = next === 'source' ? { text: write(values) } : read(values.text);
      reset({ ...values, ...other, mode: next }, { keepDefaultValues: true });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setError('text', { type: 'source', message: error.message });
    }
  };
  return (
    <Tabs value={mode} onChange={(next) => turn(next as TextValues['mode'])} keepMounted={false}>
      <Tabs.List mb="md">
        <Tabs.Tab value="fields">{label}</Tabs.Tab>
        <Tabs.Tab value="source">{t('form.source')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="fields">{children}</Tabs.Panel>
      <Tabs.Panel value="source">
        <TextField name="text" label={t('form.sourceLabel')} description={description} rows={rows} />
      </Tabs.Panel>
    </Tabs>
  );
}
