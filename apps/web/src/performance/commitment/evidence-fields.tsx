import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { EvidenceAtHandDocument, type EvidenceAtHandQuery } from '../../generated/graphql';
import { formatInstant } from '../../ui/format-instant';
import { SelectField, type Option } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { UploadedFile } from '../imports/uploaded-file';
import type { Upload } from '../imports/use-upload';
import type { ResultKey } from './result-keys';

type Props = { resultKey: ResultKey; serviceId: string; zone: string; upload: Upload; onPick: (file: File) => void };

/** What shows why the time should not count: what happened here, a file, an address, a note. */
export function EvidenceFields({ resultKey, serviceId, zone, upload, onPick }: Props) {
  const { t } = useTranslation();
  const { service, slug, period } = resultKey;
  const { data } = useQuery(query(EvidenceAtHandDocument, { service, slug, period, serviceId }));
  return (
    <>
      <SelectField
        name="here"
        label={t('performance.exclude.here')}
        description={t('performance.exclude.hereHint')}
        options={data ? optionsOf(data, zone) : []}
        multiple
      />
      <TextField
        name="url"
        label={t('performance.exclude.url')}
        description={t('performance.exclude.urlHint')}
        placeholder="https://"
      />
      <TextField
        name="note"
        label={t('performance.exclude.note')}
        description={t('performance.exclude.noteHint')}
        rows={2}
      />
      <UploadedFile upload={upload} onPick={onPick} hint={t('performance.exclude.fileHint')} accept="" />
    </>
  );
}

/** `ticketId:<id>`, by the field of the input that takes it. */
function optionsOf({ commitment, maintenances }: EvidenceAtHandQuery, zone: string): Option[] {
  const contributions = commitment?.result?.contributions.edges ?? [];
  const happened = contributions.flatMap(({ node: { from, evidence } }) => {
    const field = evidence && FIELDS[evidence.kind];
    return field
      ? [{ value: `${field}:${evidence.id}`, label: from ? `${evidence.label} (${at(from, zone)})` : evidence.label }]
      : [];
  });
  const announced = maintenances.edges.map(({ node: { id, from, description } }) => ({
    value: `maintenanceId:${id}`,
    label: `${description} (${at(from, zone)})`,
  }));
  return [...new Map([...happened, ...announced].map((option) => [option.value, option])).values()];
}

const FIELDS: Partial<Record<string, string>> = { TICKET: 'ticketId', OUTAGE: 'outageId' };
const at = (instant: string, zone: string) => formatInstant(instant, { zone });
