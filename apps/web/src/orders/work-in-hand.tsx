import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import classes from '../app/home/home.module.css';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { TextLink } from '../app/text-link';
import { WorkInHandDocument } from '../generated/graphql';
import { Loaded } from '../ui/loaded';
import { Panel } from '../ui/panel';
import './words';

/** What the viewer does, or has to see to. */
const PARTS = ['MINE', 'FREE', 'FAILED'] as const;

/** How many tasks the viewer has in hand, and how many the teams of the viewer have to take. Nothing without one. */
export function WorkInHand() {
  const { t } = useTranslation();
  const asked = useQuery(query(WorkInHandDocument, {}));
  return (
    <Loaded query={asked} loading={null}>
      {({ fulfilmentTasks: { facets } }) => {
        const counts = new Map(facets?.[0]?.values.map(({ value, count }) => [value, count]));
        const parts = PARTS.filter((part) => counts.get(part));
        if (parts.length === 0) return null;
        return (
          <Panel title={t('orders.work.yours')} actions={<TextLink to="/work">{t('orders.work.all')}</TextLink>} flush>
            <ul className={classes.list}>
              {parts.map((part) => {
                const words = t(`orders.work.part.${part}`, { count: counts.get(part) });
                const act = t(part === 'FREE' ? 'orders.work.take' : 'orders.work.do');
                return (
                  <li key={part}>
                    <span>{words}</span>
                    <LinkButton
                      to="/work"
                      search={part === 'FREE' ? {} : { part: [part] }}
                      size="xs"
                      variant="default"
                      aria-label={`${act}: ${words}`}
                    >
                      {act}
                    </LinkButton>
                  </li>
                );
              })}
            </ul>
          </Panel>
        );
      }}
    </Loaded>
  );
}
