import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { UnderpinningOptionsDocument, type IndicatorKind, type NamedCommitmentFragment } from '../generated/graphql';
import { NumberField } from '../ui/number-field';
import { RemoteSelectManyField } from '../ui/remote-select-many-field';
import { RowsField } from '../ui/rows-field';
import { namedCommitment } from './terms-words';

type Props = {
  /** The commitment itself, which never rests on itself; null while it is new. */
  own: string | null;
  /** Those that the form began with. */
  known: readonly NamedCommitmentFragment[];
};

/** What a promise rests on, where that is another thing than its services say: each group has to be kept, of it so many. */
export function UnderpinningFields(props: Props) {
  const { t } = useTranslation();
  return (
    <RowsField
      name="underpinnedBy"
      label={t('agreements.underpinning.title')}
      description={t('agreements.underpinning.words')}
      add={t('agreements.underpinning.add')}
      remove={(place) => t('agreements.underpinning.remove', { place })}
      newRow={() => ({ commitmentIds: [], needed: null })}
      empty={t('agreements.underpinning.none')}
    >
      {(path) => <Group path={path} {...props} />}
    </RowsField>
  );
}

function Group({ path, own, known }: Props & { path: string }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const kind = useWatch({ name: 'kind' }) as IndicatorKind;
  const chosen = (useWatch({ name: `${path}.commitmentIds` }) ?? []) as string[];
  const asked = { search: words || undefined, kinds: [kind] };
  const { data, isFetching } = useQuery(query(UnderpinningOptionsDocument, asked));
  const options = (data?.commitments.edges ?? [])
    .filter(({ node }) => node.id !== own)
    .map(({ node }) => ({ value: node.id, label: namedCommitment(node) }));
  return (
    <>
      <RemoteSelectManyField
        name={`${path}.commitmentIds`}
        label={t('agreements.underpinning.commitments')}
        options={options}
        onSearch={setWords}
        searching={isFetching}
        initial={known.map((node) => ({ value: node.id, label: namedCommitment(node) }))}
        required
      />
      {chosen.length > 1 && (
        <NumberField
          name={`${path}.needed`}
          label={t('agreements.underpinning.needed')}
          placeholder={t('agreements.underpinning.all')}
        />
      )}
    </>
  );
}
