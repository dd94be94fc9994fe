import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { linkTo } from '../app/link-to';
import { query } from '../app/query';
import { TextLink } from '../app/text-link';
import { FigureUsesDocument } from '../generated/graphql';
import { formatMoney } from '../ui/format-money';
import { Panel } from '../ui/panel';
import { ToneBadge } from '../ui/tone-badge';
import classes from './figure-uses.module.css';
import './words';

type Props = { service: string; slug: string; period: string };

/** Where a result went: its credit, scorecard, pack and statement, each one click away. Nothing when it went nowhere. */
export function FigureUses(props: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(query(FigureUsesDocument, props));
  const uses = data?.commitment?.result?.uses ?? [];
  if (uses.length === 0) return null;
  return (
    <Panel title={t('governance.uses.title')} description={t('governance.uses.words')}>
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
    </Panel>
  );
}
