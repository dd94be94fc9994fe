import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../ui/format-duration';
import { formatInstant } from '../../ui/format-instant';
import { Panel } from '../../ui/panel';
import { ToneBadge } from '../../ui/tone-badge';
import { RulesBroken } from '../downtime/rules-broken';
import type { LeftOut } from './left-out';
import classes from './left-out-panel.module.css';

/** Maintenance and exclusions that touch the period. */
export function LeftOutPanel({ leftOut, zone }: { leftOut: LeftOut[]; zone: string }) {
  const { t } = useTranslation();
  const at = (instant: string) => formatInstant(instant, { zone });
  return (
    <Panel title={t('performance.leftOut.title')} description={t('performance.leftOut.words')}>
      <ul className={classes.list}>
        {leftOut.map(({ id, kind, from, to, label, waiting, by, broken = [] }) => (
          <li key={id}>
            <div className={classes.head}>
              <ToneBadge tone={waiting ? 'warning' : 'neutral'}>
                {t(`performance.leftOut.${waiting ? 'waiting' : kind}`)}
              </ToneBadge>
              <span>{label}</span>
            </div>
            <div className="quiet figures">
              {at(from)} – {at(to)} ·{' '}
              <span className="one-line">{formatDuration(Date.parse(to) - Date.parse(from))}</span>
              {waiting && by && (
                <>
                  {' · '}
                  <Anchor
                    component={Link}
                    underline="always"
                    to="/commitments/exclusions"
                    search={{ state: 'PROPOSED' } as never}
                    size="sm"
                  >
                    {t('performance.leftOut.proposedBy', { name: by })}
                  </Anchor>
                </>
              )}
            </div>
            {broken.length > 0 && <RulesBroken broken={broken} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
