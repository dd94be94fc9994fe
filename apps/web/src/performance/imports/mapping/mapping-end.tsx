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
  onName: (name: string) => void;
  order: { uploadId: string; kind: MappedKind; serviceId: string | null };
  definition: string;
  /** Nothing is open any more. */
  isWhole: boolean;
  /** Why nothing would come of it, in a sentence. */
  blocked: string | null;
  canSave: boolean;
};

/** Keeps the mapping for the next file, where one wants to, and brings this one in. */
export function MappingEnd({ name, onName, order, definition, isWhole, blocked, canSave }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [keeps, setKeeps] = useState(canSave);
  const save = useAct(SaveImportProfileDocument, { changes: [ImportProfilesDocument] });
  const start = useAct(StartImportDocument, { changes: [ImportsDocument] });
  const failed = save.error ?? start.error;

  const lacking = !isWhole ? t('mapping.openParts') : slugOf(name) === '' ? t('mapping.nameFirst') : blocked;

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
            onChange={({ currentTarget }) => onName(currentTarget.value)}
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
            <Button type="submit" disabled={lacking !== null} loading={save.isPending || start.isPending}>
              {t(keeps ? 'mapping.saveAndStart' : 'performance.import.start')}
            </Button>
            {lacking && (
              <Text size="sm" className="quiet">
                {lacking}
              </Text>
            )}
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
