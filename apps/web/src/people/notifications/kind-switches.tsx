import { Checkbox } from '@mantine/core';
import { useState } from 'react';
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
import { Panel } from '../../ui/panel';
import { SimpleTable } from '../../ui/simple-table';
import { kindWords } from '../inbox/notice-sentence';

type Setting = NoticeSettingsFragment['kinds'][number];

/** One row a kind; each change is kept at once. */
export function KindSwitches({ kinds }: { kinds: Setting[] }) {
  const { t } = useTranslation();
  // Shown as chosen before the server has said so.
  const [chosen, setChosen] = useState<Partial<Record<NoticeKind, Setting>>>({});
  const change = useAct(ChangeNoticeSettingDocument, {
    changes: [NoticeSettingsDocument],
    done: t('notifications.saved'),
  });
  const rows = kinds.map((kept) => {
    const { kind, inbox, mail } = chosen[kept.kind] ?? kept;
    const name = kindWords(kind);
    const keep = (next: Partial<Setting>) => {
      const input = { kind, inbox, mail, ...next };
      setChosen((old) => ({ ...old, [kind]: input }));
      change.mutate({ input }, { onError: () => setChosen((old) => ({ ...old, [kind]: undefined })) });
    };
    return [
      name,
      <Checkbox
        key="inbox"
        aria-label={t('notifications.inboxLabel', { kind: name })}
        checked={inbox}
        onChange={(event) => keep({ inbox: event.currentTarget.checked })}
      />,
      <Choice
        key="mail"
        quiet
        size="xs"
        width={130}
        label={t('notifications.mailLabel', { kind: name })}
        data={NoticeMailCodes.map((value) => ({ value, label: t(`notifications.when.${value}`) }))}
        value={mail}
        onChange={(next) => next && keep({ mail: next })}
      />,
    ];
  });
  return (
    <Panel title={t('notifications.kinds')} flush>
      <SimpleTable
        label={t('notifications.kinds')}
        head={[t('notifications.kind'), t('notifications.inbox'), t('notifications.mail')]}
        rows={rows}
      />
    </Panel>
  );
}
