import { SegmentedControl, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { found } from '../../app/found';
import { query } from '../../app/query';
import { isRequestError } from '../../app/request-error';
import { CalendarsDocument, WhatIfDocument, WhatIfTermsDocument, type WhatIfTermsQuery } from '../../generated/graphql';
import { Breadcrumbs } from '../../ui/breadcrumbs';
import { CopyLink } from '../../ui/copy-link';
import { EmptyState } from '../../ui/empty-state';
import { formatMoney } from '../../ui/format-money';
import { Loaded } from '../../ui/loaded';
import { LoadedPage } from '../../ui/loaded-page';
import { onDemand } from '../../ui/on-demand';
import { PageHeader } from '../../ui/page-header';
import { Panel } from '../../ui/panel';
import { RefusalPanel } from '../../ui/refusal-panel';
import { Refused } from '../../ui/refused';
import { promiseSentence } from '../commitment/promise-words';
import { ComparisonTable, type Cell, type Column } from './comparison-table';
import { inputOf, readVariant, writeVariant } from './variant';
import { variantWords } from './variant-words';
import classes from './what-if.module.css';
import '../words';
import './words';

const SupposedExplanation = onDemand(() =>
  import('./supposed-explanation').then((module) => module.SupposedExplanation),
);
const VariantForm = onDemand(() => import('./variant-form').then((module) => module.VariantForm));

const route = getRouteApi('/shell/commitments/$service/$commitment/what-if');
const NAMES = ['A', 'B', 'C'] as const;
const PLACES = ['v1', 'v2', 'v3'] as const;

type Commitment = NonNullable<WhatIfTermsQuery['commitment']>;

/** How would the past twelve months have come out under other terms, and what would they have cost? */
export function WhatIfPage() {
  const { t } = useTranslation();
  const { service, commitment: slug } = route.useParams();
  const asked = useQuery(query(WhatIfTermsDocument, { service, slug }));
  return (
    <LoadedPage query={asked} kind={t('performance.breaches.commitment')}>
      {({ commitment }) => <Content commitment={found(commitment)} />}
    </LoadedPage>
  );
}

function Content({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation();
  const { service, name, slug, terms, agreement, viewerCanSuppose } = commitment;
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              { label: t('performance.commitments.title'), to: '/commitments' },
              {
                label: `${service.name}: ${name}`,
                to: '/commitments/$service/$commitment',
                params: { service: service.slug, commitment: slug } as never,
              },
            ]}
          />
        }
        title={t('whatIf.title')}
        subtitle={promiseSentence(terms, service.name)}
        zone={t('ui.periodsIn', { zone: agreement.timeZone })}
        actions={<CopyLink />}
      />
      {viewerCanSuppose ? (
        <Comparison commitment={commitment} />
      ) : (
        <EmptyState kind="noPermission" owner={t('performance.commitment.explainer')} />
      )}
    </>
  );
}

function Comparison({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { id, terms, agreement } = commitment;
  const texts = PLACES.flatMap((place) => search[place] ?? []);
  const variants = texts.map(readVariant);
  const [edited, setEdited] = useState(0);
  const place = Math.min(edited, variants.length);
  const [chosen, setChosen] = useState<Cell | null>(null);
  const compared = useQuery({
    ...query(WhatIfDocument, { id, variants: variants.map(inputOf) }),
    placeholderData: keepPreviousData,
  });
  const refusal = isRequestError(compared.error) ? compared.error.refusal : undefined;
  const calendars = useQuery(query(CalendarsDocument, {}));
  const calendarNames = new Map((calendars.data?.calendars ?? []).map((calendar) => [calendar.id, calendar.name]));
  const names = [t('whatIf.agreed'), ...NAMES.map((letter) => t('whatIf.variant', { letter }))];

  const go = (next: (string | undefined)[]) => {
    const kept = next.filter((text) => text !== undefined);
    setChosen(null);
    void navigate({ search: Object.fromEntries(PLACES.map((one, i) => [one, kept[i]])), resetScroll: false });
  };
  const offered = NAMES.slice(0, Math.min(variants.length + 1, NAMES.length));

  return (
    <div className={classes.page}>
      <Panel title={t('whatIf.suppose')} description={t('whatIf.supposeWords')}>
        <Stack gap="md">
          <SegmentedControl
            aria-label={t('whatIf.which')}
            value={String(place)}
            onChange={(value) => setEdited(Number(value))}
            data={offered.map((letter, i) => ({
              value: String(i),
              label: i < variants.length ? t('whatIf.variant', { letter }) : t('whatIf.add', { letter }),
            }))}
          />
          <VariantForm
            key={`${place}:${texts[place] ?? ''}`}
            terms={terms}
            variant={variants[place] ?? {}}
            onCompare={(variant) => go([...texts.slice(0, place), writeVariant(variant), ...texts.slice(place + 1)])}
            onRemove={place < variants.length ? () => go(texts.toSpliced(place, 1)) : undefined}
          />
        </Stack>
      </Panel>
      <div className={classes.answers}>
        <Panel title={t('whatIf.table')} description={t('whatIf.tableWords')}>
          {refusal ? (
            <RefusalPanel refused={new Refused([refusal])} />
          ) : (
            <Loaded query={compared}>
              {({ whatIf }) => {
                const columns: Column[] = [whatIf.asAgreed, ...whatIf.variants].map((one, i) => ({
                  name: names[i]!,
                  words: i === 0 || !variants[i - 1] ? [] : variantWords(variants[i - 1]!, terms, calendarNames),
                  terms: one,
                }));
                const { asked, asAgreed } = whatIf;
                const isOtherwise = asked && Number(asked.amount) !== Number(asAgreed.agreement?.left.amount);
                return (
                  <>
                    <ComparisonTable months={whatIf.months} columns={columns} chosen={chosen} onChoose={setChosen} />
                    {isOtherwise && <p className="quiet">{t('whatIf.asked', { asked: formatMoney(asked) })}</p>}
                  </>
                );
              }}
            </Loaded>
          )}
        </Panel>
        {chosen && (
          <SupposedExplanation
            id={id}
            period={chosen.period}
            zone={agreement.timeZone}
            name={names[chosen.column]!}
            variant={chosen.column === 0 ? null : inputOf(variants[chosen.column - 1] ?? {})}
          />
        )}
      </div>
    </div>
  );
}
