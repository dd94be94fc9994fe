import { useTranslation } from 'react-i18next';
import type { PackFragment } from '../generated/graphql';
import { formatInstant } from '../ui/format-instant';
import { KeyValueList } from '../ui/key-value-list';
import { PackHash } from './pack-hash';

type Props = {
  pack: PackFragment;
  /** The zone of its instants; the reader's own when omitted. */
  zone?: string;
};

/** Which edition of the evidence it is, as of when, frozen by whom, and the hash it is told by. */
export function PackFacts({ pack: { id, edition, asOf, frozenAt, frozenBy, hash }, zone }: Props) {
  const { t } = useTranslation();
  const at = (instant: string) => formatInstant(instant, { zone });
  return (
    <KeyValueList
      columns={2}
      items={[
        { label: t('governance.edition'), value: t(`governance.editionOf.${edition}`) },
        { label: t('governance.dataAsOf'), value: at(asOf) },
        {
          label: t('governance.frozenAt'),
          value: t('governance.frozenByAt', { name: frozenBy.name, at: at(frozenAt) }),
        },
        { label: t('governance.packId'), value: id },
        { label: t('governance.hash'), value: <PackHash hash={hash} /> },
      ]}
    />
  );
}
