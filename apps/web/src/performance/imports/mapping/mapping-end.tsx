import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../app/use-act';
import {
  ImportProfilesDocument,
  ImportsDocument,
  SaveImportProfileDocument,
  StartImportDocument,
} from '../../../generated/graphql';
import { ErrorPanel } from '../../../ui/error-panel';
import { Panel } from '../../../ui/panel';
import { RefusalPanel } from '../../../ui/refusal-panel';
import { Refused } from '../../../ui/refused';
import { slugOf } from '../../../ui/slug-of';
import type { MappedKind } from './mapping';

type Props = {
  name: string;
  order: { uploadId: string; kind: MappedKind; serviceId: string | null };
  definition: string;
  /** Nothing is open any more. */
  isWhole: boolean;
  canSave: boolean;
};

/** Keeps the mapping for the next file, where one wants to, and brings this one in. */
export function MappingEnd({ name: known, order, definition, isWhole, canSave }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [name, setName] = useState(known);
  const [keeps, setKeeps] = useState(canSave);
  const save = useAct(SaveImportProfileDocument, { changes: [ImportProfilesDocument] });
  const start = useAct(StartImportDocument, { changes: [ImportsDocument] });
  const failed = save.error ?? start.error;

  const bring = async () => {
    const { kind } = order;
    let profileId: string | undefined;
    if (keeps) {
      const input = { name: name.trim(), slug: slugOf(name), kind, definition };
      profileId = (await save.mutateAsync({ input })).saveImportProfile.profile?.id;
    }
    const by = profileId ? { profileId } : { definition, sourceName: name.trim() };
    const { startImport } = await start.mutateAsync({ input: { ...order, ...by } });
    if (startImport.import) await navigate({ to: '/imports/$id', params: { id: startImport.import.id } });
  };
  return (
    <Panel title={t('mapping.end')} description={t('mapping.endWords')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          bring().catch(() => {}); // What went wrong is shown below.
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('mapping.name')}
            description={t('mapping.nameHint')}
            withAsterisk
            maxLength={80}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          {canSave && (
            <Checkbox
              label={t('mapping.keep')}
              description={t('mapping.keepHint')}
              checked={keeps}
              onChange={({ currentTarget }) => setKeeps(currentTarget.checked)}
            />
          )}
          {failed && (failed instanceof Refused ? <RefusalPanel refused={failed} /> : <ErrorPanel error={failed} />)}
          <Group gap="sm">
            <Button
              type="submit"
              disabled={!isWhole || slugOf(name) === ''}
              loading={save.isPending || start.isPending}
            >
              {t(keeps ? 'mapping.saveAndStart' : 'performance.import.start')}
            </Button>
            {(!isWhole || slugOf(name) === '') && (
              <Text size="sm" className="quiet">
                {t(isWhole ? 'mapping.nameFirst' : 'mapping.openParts')}
              </Text>
            )}
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
