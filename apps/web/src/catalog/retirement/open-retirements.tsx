import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../app/link-button';
import { query } from '../../app/query';
import { OpenRetirementsDocument, type RetirementHeadFragment } from '../../generated/graphql';
import { formatDay } from '../../ui/format-instant';
import { Panel } from '../../ui/panel';
import { ToneBadge } from '../../ui/tone-badge';
import classes from './retirement.module.css';
import './words';

/** What of the viewer's services ends, and who has it still; nothing where nothing does. */
export function OpenRetirements({ slug }: { slug?: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(query(OpenRetirementsDocument, {}));
  const open = (data?.openRetirements ?? []).filter(({ service }) => !slug || service.slug === slug);
  if (open.length === 0) return null;
  return (
    <Panel title={t('retirement.homeTitle', { count: open.length })} description={t('retirement.homeWords')} flush>
      <ul className={classes.list}>
        {open.map((retirement) => (
          <li key={retirement.id}>
            <Line retirement={retirement} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Line({ retirement }: { retirement: RetirementHeadFragment }) {
  const { t } = useTranslation();
  const { id, service, plan, endsOn, left, finding, viewerCanDecide, state } = retirement;
  const name = plan ? t('retirement.of', { service: service.name, plan: plan.name }) : service.name;
  return (
    <>
      <div>
        <strong>{name}</strong>{' '}
        <span className="quiet">
          {t('retirement.endsOnDay', { day: formatDay(endsOn) })}, {t('retirement.summary', { count: left })}
        </span>{' '}
        {state === 'PROPOSED' && (
          <ToneBadge tone="accent">
            {t(viewerCanDecide ? 'retirement.toDecide' : 'retirement.state.PROPOSED')}
          </ToneBadge>
        )}
        {finding && <div className={classes.refusal}>{finding}</div>}
      </div>
      <LinkButton
        to="/manage/retirements/$id"
        params={{ id }}
        size="xs"
        variant="default"
        aria-label={`${t('retirement.look')}: ${name}`}
      >
        {t('retirement.look')}
      </LinkButton>
    </>
  );
}
