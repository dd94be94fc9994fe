import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { RequestError } from '../../app/request-error';
import { TextLink } from '../../app/text-link';
import { ClaimPageDocument } from '../../generated/graphql';
import { codeWord } from '../../i18n/code-word';
import { Breadcrumbs } from '../../ui/breadcrumbs';
import { formatDay, formatPeriod } from '../../ui/format-instant';
import { formatMoney } from '../../ui/format-money';
import { formatExactPercent } from '../../ui/format-percent';
import { KeyValueList } from '../../ui/key-value-list';
import { LoadedPage } from '../../ui/loaded-page';
import { PageHeader } from '../../ui/page-header';
import { Panel } from '../../ui/panel';
import { SimpleTable } from '../../ui/simple-table';
import { Timeline } from '../../ui/timeline';
import { owesWords } from '../breaches/who-owes';
import { Explanation } from '../explanation';
import { ClaimActs, type ShownClaim } from './claim-acts';
import { ClaimStateBadge, nextWords } from './claim-words';
import classes from '../breaches/breaches-page.module.css';
import './words';

const route = getRouteApi('/shell/claims/$id');

/** What is claimed, from whom, why so much, and who acts next? */
export function ClaimPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const found = useQuery(query(ClaimPageDocument, { id }));
  return (
    <LoadedPage query={found} kind={t('claims.claim')}>
      {({ claim }) => {
        if (!claim) throw new RequestError('NOT_FOUND', 'No such claim.');
        return <Claim claim={claim} />;
      }}
    </LoadedPage>
  );
}

function Claim({ claim }: { claim: ShownClaim }) {
  const { t } = useTranslation();
  const { agreement, period, amount, number, waiver } = claim;
  const name = agreement?.name ?? t('claims.claim');
  const isBilled = claim.parts.some(({ billing }) => billing);
  return (
    <>
      <PageHeader
        title={t('claims.of', { agreement: name, period: formatPeriod(period) })}
        above={<Breadcrumbs crumbs={[{ label: t('performance.breaches.title'), to: '/commitments/breaches' }]} />}
        badges={<ClaimStateBadge state={claim.state} />}
        subtitle={number > 1 ? t('claims.further', { number }) : undefined}
        actions={<ClaimActs claim={claim} />}
      />
      <div className={classes.page}>
        {waiver && (
          <Alert color="yellow" title={t('claims.waiver', { by: waiver.askedBy?.name ?? '–' })}>
            {waiver.reason}
          </Alert>
        )}
        <Panel title={t('claims.claim')}>
          <KeyValueList
            columns={2}
            items={[
              {
                label: t(amount.amount.startsWith('-') ? 'claims.amountBack' : 'claims.amount'),
                value: <strong>{formatMoney(amount)}</strong>,
              },
              { label: t('claims.percent'), value: formatExactPercent(claim.percent) },
              { label: t('claims.next'), value: nextWords(claim) },
              {
                label: t('claims.deadline'),
                value: claim.lastDay ? formatDay(claim.lastDay) : t('claims.noDeadline'),
              },
              ...(agreement
                ? [
                    {
                      label: t('performance.breaches.owes'),
                      value: owesWords(agreement, t),
                    },
                    {
                      label: t('claims.agreement'),
                      value: (
                        <TextLink to="/agreements/$slug" params={{ slug: agreement.slug }} underline="always">
                          {agreement.name}
                        </TextLink>
                      ),
                    },
                  ]
                : []),
              ...(claim.beside.length > 0
                ? [{ label: t('claims.beside'), value: claim.beside.map((one) => <Beside key={one.id} claim={one} />) }]
                : []),
              ...(claim.reason ? [{ label: t('claims.reason'), value: claim.reason }] : []),
            ]}
          />
        </Panel>
        <Panel title={t('claims.parts')} description={t('claims.partsWords')}>
          <SimpleTable
            label={t('claims.parts')}
            head={[
              ...[t('claims.commitment'), t('claims.alone'), t('claims.part')],
              ...(isBilled ? [t('claims.billing.head')] : []),
            ]}
            numeric={[1, 2]}
            rows={claim.parts.map(({ amount: part, billing, credit }) => [
              <Breach key={credit.id} credit={credit} />,
              <>
                {credit.amount ? formatMoney(credit.amount) : '–'}{' '}
                <small className="quiet">{formatExactPercent(credit.percent)}</small>
              </>,
              <strong key="part">{formatMoney(part)}</strong>,
              ...(isBilled ? [billing ? t(`claims.billing.${billing}`) : '–'] : []),
            ])}
          />
        </Panel>
        <Panel title={t('claims.how')}>
          <Explanation steps={claim.explanation} zone="UTC" />
        </Panel>
        <Panel title={t('claims.events')}>
          <Timeline
            entries={claim.events.map(({ id, at, move, reason, by }) => ({
              id,
              at,
              title: (
                <>
                  {codeWord('claims.move', move)} <span className="quiet">{by?.name ?? t('claims.byNobody')}</span>
                </>
              ),
              body: reason ?? undefined,
            }))}
          />
        </Panel>
      </div>
    </>
  );
}

function Beside({ claim: { id, number, state, amount } }: { claim: ShownClaim['beside'][number] }) {
  const { t } = useTranslation();
  return (
    <div>
      <TextLink to="/claims/$id" params={{ id }} underline="always">
        {t('claims.numbered', { number })}
      </TextLink>{' '}
      {formatMoney(amount)} <span className="quiet">{t(`claims.state.${state}`)}</span>
    </div>
  );
}

function Breach({ credit: { result } }: { credit: ShownClaim['parts'][number]['credit'] }) {
  const { commitment, period, revision, state } = result;
  return (
    <TextLink
      to="/commitments/$service/$commitment"
      params={{ service: commitment.service.slug, commitment: commitment.slug }}
      search={{ period, revision: state === 'SUPERSEDED' ? revision : undefined }}
      underline="always"
    >
      {commitment.service.name}: {commitment.name}
    </TextLink>
  );
}
