import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExamineUploadQuery, type ImportProfileFragment } from '../../../generated/graphql';
import { codeWord } from '../../../i18n/code-word';
import { Choice } from '../../../ui/choice';
import { Panel } from '../../../ui/panel';
import { everyService } from '../../every-service';
import { Preview } from '../preview';
import { usePreview } from '../use-preview';
import { type Draft, definitionOf, lackingParts } from './draft';
import { type Encoding, FormatPart } from './format-part';
import type { Parting } from './partings';
import { MappingEnd } from './mapping-end';
import { AnswerParts } from './answer-parts';
import { CountParts, ValueParts } from './interval-parts';
import { OutageParts, ProbeParts } from './measured-parts';
import { ServicePart } from './service-part';
import { TicketParts } from './ticket-parts';
import classes from './mapping.module.css';

export type MappedKind = 'TICKETS' | 'PROBES' | 'COUNTS' | 'VALUES' | 'OUTAGES' | 'ANSWERS';
type Start = { kind?: MappedKind; profile?: string; parted?: Parting; encoding?: Encoding };

type Props = {
  uploadId: string;
  kind: MappedKind;
  file: ExamineUploadQuery['examineUpload'];
  profiles: ImportProfileFragment[];
  /** What the mapping begins as; undefined = as the file looks. */
  start: ImportProfileFragment | undefined;
  onStart: (change: Start) => void;
};

/** What the columns mean, beside the rows as they are understood by it. */
export function Mapping({ uploadId, kind, file, profiles, start, onStart }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => JSON.parse(start?.definition ?? file.guess) as Draft);
  const [serviceId, setServiceId] = useState<string | null>(null);
  const services = useQuery(everyService).data ?? [];
  const { columns } = file;
  const lacking = lackingParts(draft);
  // A saved profile has a name already.
  const [name, setName] = useState(start && !start.builtIn ? start.name : '');
  const [definition] = useDebouncedValue(definitionOf(draft), 300);
  const [sourceName] = useDebouncedValue(name.trim() || null, 300);
  const input = { uploadId, kind, definition, serviceId, sourceName };
  const previewed = usePreview(lacking.length > 0 ? null : input, true).data;
  return (
    <div className={classes.page}>
      <div className={classes.questions}>
        <Panel title={t('mapping.questions')} description={t('mapping.questionsWords')}>
          <div className={classes.parts}>
            <Choice
              label={t('performance.import.kindLabel')}
              data={(['TICKETS', 'PROBES', 'COUNTS', 'VALUES', 'OUTAGES', 'ANSWERS'] as const).map((value) => ({
                value,
                label: t(`performance.import.kind.${value}`),
              }))}
              value={kind}
              onChange={(value) => onStart({ kind: value ?? 'TICKETS', profile: undefined })}
            />
            <Choice
              label={t('mapping.start')}
              data={profiles.map(({ id, name }) => ({ value: id, label: name }))}
              none={t('mapping.asItLooks')}
              value={start?.id ?? null}
              onChange={(profile) => onStart({ profile: profile ?? undefined })}
            />
            <FormatPart draft={draft} columns={columns} onChange={setDraft} onRead={onStart} />
            {draft.kind === 'tickets' && <TicketParts draft={draft} columns={columns} onChange={setDraft} />}
            {draft.kind === 'probes' && <ProbeParts draft={draft} columns={columns} onChange={setDraft} />}
            {draft.kind === 'counts' && <CountParts draft={draft} columns={columns} onChange={setDraft} />}
            {draft.kind === 'values' && <ValueParts draft={draft} columns={columns} onChange={setDraft} />}
            {draft.kind === 'outages' && <OutageParts draft={draft} columns={columns} onChange={setDraft} />}
            {draft.kind === 'answers' && <AnswerParts draft={draft} columns={columns} onChange={setDraft} />}
            <ServicePart
              service={draft.service}
              serviceId={serviceId}
              services={services}
              columns={columns}
              onChange={(service, id) => {
                setDraft({ ...draft, service });
                setServiceId(id);
              }}
            />
          </div>
        </Panel>
      </div>
      <div className={classes.outcome}>
        <Panel>
          {lacking.length > 0 ? (
            <Text role="status">
              {t('mapping.lacking', {
                parts: lacking.map((part) => codeWord('mapping.field', part)).join(', '),
              })}
            </Text>
          ) : (
            <Preview input={input} zone={draft.time.zone} live />
          )}
        </Panel>
        <MappingEnd
          name={name}
          onName={setName}
          order={{ uploadId, kind, serviceId }}
          definition={definitionOf(draft)}
          isWhole={lacking.length === 0 && (draft.service ? draft.service.column !== undefined : serviceId !== null)}
          blocked={previewed?.previewImport.nothingUnderstood ?? null}
          canSave={file.viewerCanSaveProfile}
        />
      </div>
    </div>
  );
}
