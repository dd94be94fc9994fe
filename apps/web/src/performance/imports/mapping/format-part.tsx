import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneOptions } from '../../../agreements/zone-options';
import { Choice } from '../../../ui/choice';
import type { FileColumn } from './column-choice';
import type { Draft } from './draft';
import { ListInput } from './list-input';
import { Part } from './part';
import { type Parting, partings } from './partings';

const encodings = ['utf-8', 'windows-1252', 'iso-8859-1'] as const;
export type Encoding = (typeof encodings)[number];

type Props = {
  draft: Draft;
  columns: FileColumn[];
  onChange: (draft: Draft) => void;
  /** The file is to be read otherwise: its columns may be others. */
  onRead: (how: { parted?: Parting; encoding?: Encoding }) => void;
};

/** How the file is written, and its times. */
export function FormatPart({ draft, columns, onChange, onRead }: Props) {
  const { t } = useTranslation();
  const { format, time } = draft;
  const known = [...new Set([...columns.flatMap(({ timeFormats }) => timeFormats), 'iso8601'])];
  const [isOwn, setOwn] = useState(!known.includes(time.format));
  const sample = (name: string) => columns.find(({ timeFormats }) => timeFormats.includes(name))?.samples[0];
  const setTime = (part: Partial<Draft['time']>) => onChange({ ...draft, time: { ...time, ...part } });
  return (
    <Part title={t('mapping.format')}>
      <Choice
        label={t('mapping.parted')}
        data={(Object.keys(partings) as Parting[]).map((value) => ({
          value,
          label: t(`mapping.parting.${value}`),
        }))}
        value={(Object.keys(partings) as Parting[]).find((name) => partings[name] === format.delimiter) ?? 'comma'}
        onChange={(parted) => onRead({ parted: parted ?? undefined })}
      />
      <Choice
        label={t('mapping.encoding')}
        data={encodings.map((value) => ({ value, label: value }))}
        value={format.encoding}
        onChange={(encoding) => onRead({ encoding: encoding ?? undefined })}
      />
      <ListInput
        label={t('mapping.missing')}
        description={t('mapping.missingHint')}
        value={format.missing}
        onChange={(missing) => onChange({ ...draft, format: { ...format, missing } })}
      />
      <Choice
        label={t('mapping.timeFormat')}
        data={[
          ...known.map((value) => ({ value, label: sample(value) ? `${value}: ${sample(value)}` : value })),
          { value: 'own', label: t('mapping.ownFormat') },
        ]}
        value={isOwn ? 'own' : time.format}
        onChange={(value) => {
          setOwn(value === 'own');
          if (value && value !== 'own') setTime({ format: value });
        }}
      />
      {isOwn && (
        <TextInput
          label={t('mapping.ownFormatLabel')}
          description={t('mapping.ownFormatHint')}
          maxLength={60}
          value={time.format}
          onChange={({ currentTarget }) => setTime({ format: currentTarget.value })}
        />
      )}
      <Choice
        label={t('mapping.zone')}
        data={
          zoneOptions.some(({ value }) => value === time.zone)
            ? zoneOptions
            : [{ value: time.zone, label: time.zone }, ...zoneOptions]
        }
        value={time.zone}
        onChange={(zone) => setTime({ zone: zone ?? 'UTC' })}
      />
    </Part>
  );
}
