import { Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../app/use-act';
import {
  ChangeNoticeSettingDocument,
  NoticeMailCodes,
  NoticeSettingsDocument,
  type NoticeKind,
  type NoticeSettingsFragment,
} from '../../generated/graphql';
import { Choice } from '../../ui/choice';
import { DataTable } from '../../ui/data-table';
import type { Column } from '../../ui/data-table-types';
import { kindWords } from '../inbox/notice-sentence';

type Setting = NoticeSettingsFragment['kinds'][number];

/** One row a kind; each change is kept at once. */
export function KindSwitches({ kinds }: { kinds: Setting[] }) {
  const { t } = useTranslation();
  // Shown as chosen before the server has said so.
  const [chosen, setChosen] = useState<Partial<Record<NoticeKind, Setting>>>({});
  const { mutate } = useAct(ChangeNoticeSettingDocument, {
    changes: [NoticeSettingsDocument],
    done: t('notifications.saved'),
  });
  const columns = useMemo((): Column<Setting>[] => {
    const keep = (input: Setting) => {
      setChosen((old) => ({ ...old, [input.kind]: input }));
      mutate({ input }, { onError: () => setChosen((old) => ({ ...old, [input.kind]: undefined })) });
    };
    return [
      { id: 'kind', header: t('notifications.kind'), primary: true, cell: ({ kind }) => kindWords(kind) },
      {
        id: 'inbox',
        header: t('notifications.inbox'),
        cell: ({ kind, inbox, mail }) => (
          <Checkbox
            aria-label={t('notifications.inboxLabel', { kind: kindWords(kind) })}
            checked={inbox}
            onChange={(event) => keep({ kind, inbox: event.currentTarget.checked, mail })}
          />
        ),
      },
      {
        id: 'mail',
        header: t('notifications.mail'),
        cell: ({ kind, inbox, mail }) => (
          <Choice
            quiet
            size="xs"
            width={130}
            label={t('notifications.mailLabel', { kind: kindWords(kind) })}
            data={NoticeMailCodes.map((value) => ({ value, label: t(`notifications.when.${value}`) }))}
            value={mail}
            onChange={(next) => next && keep({ kind, inbox, mail: next })}
          />
        ),
      },
    ];
  }, [t, mutate]);
  const rows = kinds.map((kept) => chosen[kept.kind] ?? kept);
  return <DataTable label={t('notifications.kinds')} columns={columns} rows={rows} rowId={({ kind }) => kind} />;
}
