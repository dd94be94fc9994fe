import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { WhatIfExplanationDocument, type SupposedTermsInput } from '../../generated/graphql';
import { formatPeriod } from '../../ui/format-instant';
import { Loaded } from '../../ui/loaded';
import { Panel } from '../../ui/panel';
import { Explanation } from '../explanation';

type Props = { id: string; period: string; zone: string; name: string; variant: SupposedTermsInput | null };

/** Why one cell of the comparison is what it is, by the calculation that made it. */
export function SupposedExplanation({ id, period, zone, name, variant }: Props) {
  const { t } = useTranslation();
  const found = useQuery(query(WhatIfExplanationDocument, { id, variants: variant ? [variant] : [], period }));
  return (
    <Panel title={t('whatIf.why', { period: formatPeriod(period), name })}>
      <Loaded query={found}>
        {({ whatIf }) => {
          const [result] = (variant ? whatIf.variants[0]! : whatIf.asAgreed).results;
          if (!result) return <p className="quiet">{t('whatIf.nothing')}</p>;
          return (
            <>
              <Explanation steps={result.explanation} zone={zone} unit={result.budget.unit} />
              {result.owing.length > 0 && (
                <section>
                  <h3>{t('whatIf.owing')}</h3>
                  <Explanation steps={result.owing} zone={zone} />
                </section>
              )}
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}
