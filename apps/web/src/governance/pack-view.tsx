import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PackFragment } from '../generated/graphql';
import { Panel } from '../ui/panel';
import { NewerRevisions } from './newer-revisions';
import { PackFacts } from './pack-facts';
import { packItems, titleOf } from './pack-items';

/** The frozen evidence, item by item; it never changes, and says when a figure in it was restated since. */
export function PackView({ pack }: { pack: PackFragment }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <NewerRevisions revisions={pack.newerRevisions}>{t('governance.newer.pack')}</NewerRevisions>
      {packItems(pack).map(({ id, content }) => (
        <Panel key={id} title={titleOf(id)} description={t(`governance.item.${id}Words`)}>
          {content}
        </Panel>
      ))}
      <Panel title={t('governance.pack')} description={t('governance.packWords')}>
        <PackFacts pack={pack} />
      </Panel>
    </Stack>
  );
}
