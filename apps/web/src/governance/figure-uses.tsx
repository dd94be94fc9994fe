import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { linkTo } from '../app/link-to';
import { query } from '../app/query';
import { TextLink } from '../app/text-link';
import { FigureUsesDocument, type FigureUsesQuery } from '../generated/graphql';
import { formatMoney } from '../ui/format-money';
import { Panel } from '../ui/panel';
import { ToneBadge } from '../ui/tone-badge';
import classes from './figure-uses.module.css';
import './words';

type Props = { service: string; slug: string; period: string };

/** Where a result went, in a panel. Nothing when it went nowhere. */
export function FigureUses(props: Props) {
  const { t } = useTranslation();
  const uses = useFigureUses(props);
  if (!uses || uses.length === 0) return null;
  return (
    <Panel title={t('governance.uses.title')} description={t('governance.uses.words')}>
      <FigureUseList uses={uses} />
    </Panel>
  );
}

/** What follows when a result is restated: each thing that was made of it. */
export function RestatedUses(props: Props) {
  const { t } = useTranslation();
  const uses = useFigureUses(props);
  if (!uses) return null;
  if (uses.length === 0) return <p className="quiet">{t('governance.uses.restatesNone')}</p>;
  return (
    <>
      <p>{t('governance.uses.restates', { count: uses.length })}</p>
      <FigureUseList uses={uses} />
    </>
  );
}

type Use = NonNullable<NonNullable<FigureUsesQuery['commitment']>['result']>['uses'][number];

/** undefined while they are on their way. */
function useFigureUses(props: Props): Use[] | undefined {
  const { data } = useQuery(query(FigureUsesDocument, props));
  return data && (data.commitment?.result?.uses ?? []);
}

/** Its credit, scorecard, pack and statement, each one click away. */
function FigureUseList({ uses }: { uses: Use[] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.uses}>
      {uses.map(({ kind, label, path, revision, outdated, amount, difference }) => (
        <li key={`${label} ${revision}`}>
          <span className={classes.kind}>{t(`governance.uses.${kind}`)}</span>
          <span>
            <TextLink {...linkTo(path)} underline="always">
              {label}
              {amount && `: ${formatMoney(amount)}`}
            </TextLink>{' '}
            {difference && <small className="quiet figures">({formatMoney(difference)}) </small>}
            {outdated && <ToneBadge tone="warning">{t('governance.uses.outdated', { revision })}</ToneBadge>}
          </span>
        </li>
      ))}
    </ul>
  );
}
