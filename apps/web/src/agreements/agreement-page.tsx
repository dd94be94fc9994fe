import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { AgreementPageDocument, type AgreementPageQuery, type AgreementVersionFragment } from '../generated/graphql';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { CopyLink } from '../ui/copy-link';
import { formatDay } from '../ui/format-instant';
import { LoadedPage } from '../ui/loaded-page';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { SearchTabs } from '../ui/search-tabs';
import { ToneBadge } from '../ui/tone-badge';
import { AgreementActions } from './agreement-actions';
import { VersionCommitments } from './version-commitments';
import { VersionPanel } from './version-panel';
import { VersionPicker } from './version-picker';
import { VersionTexts } from './version-texts';
import './words';

const CommitmentEditor = onDemand(() => import('./commitment-editor').then((module) => module.CommitmentEditor));
const AgreementChains = onDemand(() =>
  import('../performance/chain/chain-panel').then((module) => module.AgreementChains),
);
const VersionRules = onDemand(() => import('./version-rules').then((module) => module.VersionRules));
const WaitingEnd = onDemand(() => import('./waiting-end').then((module) => module.WaitingEnd));
const SubjectHistory = onDemand(() => import('../people/subject-history').then((module) => module.SubjectHistory));

const route = getRouteApi('/shell/agreements/$slug');
export type AgreementOnPage = NonNullable<AgreementPageQuery['agreement']>;
export type Version = AgreementVersionFragment;

/** What is agreed, since when, what changes next, and who has to say yes? */
export function AgreementPage() {
  const { t } = useTranslation();
  const { slug } = route.useParams();
  const asked = useQuery(query(AgreementPageDocument, { slug }));
  return (
    <LoadedPage query={asked} kind={t('agreements.agreement')}>
      {({ agreement }) => <Content key={slug} agreement={found(agreement)} />}
    </LoadedPage>
  );
}

function Content({ agreement }: { agreement: AgreementOnPage }) {
  const { t } = useTranslation();
  const { version: number, tab = 'commitments', edit } = route.useSearch();
  const navigate = route.useNavigate();
  const { viewerCanReadAudit } = useViewer();
  const { name, kind, provider, customer, timeZone, endedOn, versions } = agreement;
  const shown = shownVersion(agreement, number);
  const before = versions.find((version) => version.number === shown.number - 1) ?? null;
  const parties =
    kind === 'SLA'
      ? t('agreements.partiesSla', { customer: customer?.name ?? t('agreements.everyUnit').toLowerCase() })
      : t(`agreements.parties${kind === 'OLA' ? 'Ola' : 'Uc'}`, { provider: provider?.name });

  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: t('app.nav.agreements'), to: '/agreements' }]} />}
        title={name}
        subtitle={parties}
        zone={t('ui.periodsIn', { zone: timeZone })}
        badges={
          <>
            <ToneBadge>{t(`agreements.kind.${kind}`)}</ToneBadge>
            {endedOn && <ToneBadge tone="warning">{t('agreements.endedOn', { on: formatDay(endedOn) })}</ToneBadge>}
          </>
        }
        actions={
          <>
            <CopyLink />
            {agreement.viewerCanChange && <AgreementActions agreement={agreement} />}
          </>
        }
      />
      <Stack gap="md">
        {agreement.proposedEnd && <WaitingEnd id={agreement.id} end={agreement.proposedEnd} />}
        <VersionPicker agreement={agreement} shown={shown} />
        <VersionPanel agreement={agreement} version={shown} />
        {edit && shown.viewerCanChange && isCommitment(shown, edit) ? (
          <CommitmentEditor
            key={`${shown.id}:${edit}`}
            agreement={agreement}
            version={shown}
            slug={edit}
            onClose={() => void navigate({ search: (old) => ({ ...old, edit: undefined }) })}
          />
        ) : (
          <SearchTabs
            label={name}
            value={tab}
            onChange={(next) =>
              void navigate({ search: (old) => ({ ...old, tab: next === 'commitments' ? undefined : next }) })
            }
            tabs={[
              {
                value: 'commitments',
                label: t('providers.tab.commitments', { count: shown.commitments.length }),
                content: <VersionCommitments version={shown} before={before} />,
              },
              {
                value: 'terms',
                label: t('agreements.otherTerms'),
                content: (
                  <Stack gap="md">
                    <VersionTexts agreement={agreement} version={shown} before={before} />
                    <VersionRules agreement={agreement} version={shown} before={before} />
                  </Stack>
                ),
              },
              {
                value: 'chain',
                label: t('agreements.chain'),
                content: <AgreementChains slug={agreement.slug} />,
              },
              ...(viewerCanReadAudit
                ? [
                    {
                      value: 'versions' as const,
                      label: t('people.history.title'),
                      content: <SubjectHistory type="agreement" id={agreement.id} />,
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Stack>
    </>
  );
}

/** The version asked for; else the one in the making for who makes it, else the one in force, else the newest. */
function shownVersion({ versions, current, viewerCanChange }: AgreementOnPage, number?: string): Version {
  const asked = versions.find((version) => String(version.number) === number);
  const open = versions.find(({ state }) => state === 'DRAFT' || state === 'PROPOSED');
  const inForce = versions.find(({ id }) => id === current?.id);
  return found(asked ?? (viewerCanChange ? open : undefined) ?? inForce ?? versions[0]);
}

/** What can be edited: a new commitment, or one of this version by `service/commitment`. */
function isCommitment({ commitments }: Version, edit: string): boolean {
  return (
    edit === 'new' || commitments.some(({ commitment }) => `${commitment.service.slug}/${commitment.slug}` === edit)
  );
}
