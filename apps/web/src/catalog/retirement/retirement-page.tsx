import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { found } from '../../app/found';
import { query } from '../../app/query';
import { RetirementDocument, type RetirementQuery } from '../../generated/graphql';
import { Breadcrumbs } from '../../ui/breadcrumbs';
import { formatDay, formatInstant } from '../../ui/format-instant';
import { KeyValueList } from '../../ui/key-value-list';
import { LoadedPage } from '../../ui/loaded-page';
import { PageHeader } from '../../ui/page-header';
import { Panel } from '../../ui/panel';
import { ToneBadge, type Tone } from '../../ui/tone-badge';
import { NeededBy } from './needed-by';
import { RetirementActions } from './retirement-actions';
import classes from './retirement.module.css';
import { RetirementSubscribers } from './retirement-subscribers';
import './words';

const route = getRouteApi('/shell/manage/retirements/$id');
const pollMs = 2000;
export type RetirementOnPage = NonNullable<RetirementQuery['retirement']>;

const TONES: Record<RetirementOnPage['state'], Tone> = {
  PROPOSED: 'accent',
  DECIDED: 'warning',
  WITHDRAWN: 'neutral',
  UNDONE: 'neutral',
  ENDED: 'neutral',
};

/** Who has moved, and who is left? */
export function RetirementPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const asked = useQuery({
    ...query(RetirementDocument, { id }),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.retirement) ? pollMs : false),
  });
  return (
    <LoadedPage query={asked} kind={t('catalog.service')}>
      {({ retirement }) => <Content retirement={found(retirement)} />}
    </LoadedPage>
  );
}

const isUnderWay = (retirement: RetirementQuery['retirement'] | undefined) =>
  Boolean(retirement?.migration && !retirement.migration.finishedAt);

function Content({ retirement }: { retirement: RetirementOnPage }) {
  const { t } = useTranslation();
  const { service, plan, state, finding, paths } = retirement;
  const name = plan ? t('retirement.of', { service: service.name, plan: plan.name }) : service.name;
  const day = (text: string | null) => (text ? formatDay(text) : t('retirement.fromDecision'));
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              { label: t('app.nav.services'), to: '/manage/services' },
              { label: service.name, to: '/manage/services/$slug', params: { slug: service.slug } as never },
            ]}
          />
        }
        title={t('retirement.title', { name })}
        subtitle={t('retirement.question')}
        badges={<ToneBadge tone={TONES[state]}>{t(`retirement.state.${state}`)}</ToneBadge>}
        actions={<RetirementActions retirement={retirement} name={name} />}
      />
      <Stack gap="md">
        {finding && (
          <div className={classes.finding} role="status">
            {finding}
          </div>
        )}
        <Panel
          title={t(state === 'PROPOSED' ? 'retirement.aboutProposed' : 'retirement.about')}
          description={<Story retirement={retirement} />}
        >
          {!plan && (state === 'PROPOSED' || state === 'DECIDED') && <NeededBy names={service.neededBy} />}
          <KeyValueList
            columns={3}
            items={[
              { label: t('retirement.closesOn'), value: day(retirement.closesOn) },
              { label: t('retirement.endsOn'), value: day(retirement.endsOn) },
              { label: t('retirement.reason'), value: retirement.reason },
              ...(retirement.shortNoticeReason
                ? [{ label: t('retirement.shortNotice'), value: retirement.shortNoticeReason }]
                : []),
              {
                label: t('retirement.paths'),
                value: (
                  <ul className={classes.paths}>
                    {paths.map(({ plan: old, successor, answers }) => (
                      <li key={old.id}>
                        {t('retirement.path', {
                          plan: old.name,
                          successor: successor
                            ? t('retirement.of', { service: successor.service.name, plan: successor.name })
                            : t('retirement.nowhere'),
                        })}
                        {answers.map(({ from, to }) => (
                          <div key={to} className="quiet">
                            {from} → {to}
                          </div>
                        ))}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        </Panel>
        <RetirementSubscribers retirement={retirement} />
      </Stack>
    </>
  );
}

/** Who proposed, decided or took it back, or who acts next. */
function Story({ retirement }: { retirement: RetirementOnPage }) {
  const { t } = useTranslation();
  const { state, proposedBy, decidedBy, decidedAt, takenBackBy, takenBackAt, takenBackReason, endedAt } = retirement;
  const on = (at: string | null) => formatInstant(at!, { style: 'date' });
  if (state === 'PROPOSED')
    return t(retirement.viewerCanDecide ? 'retirement.waitsYou' : 'retirement.waits', { name: proposedBy.name });
  const decided =
    decidedBy && t('retirement.decidedBy', { proposer: proposedBy.name, name: decidedBy.name, day: on(decidedAt) });
  return (
    <>
      {decided} {endedAt && t('retirement.endedOn', { day: on(endedAt) })}
      {takenBackBy &&
        t('retirement.takenBackBy', { name: takenBackBy.name, day: on(takenBackAt), reason: takenBackReason! })}
    </>
  );
}
