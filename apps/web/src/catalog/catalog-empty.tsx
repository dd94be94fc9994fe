import { Anchor } from '@mantine/core';
import { TextLink } from '../app/text-link';
import { LinkButton } from '../app/link-button';
import { useTranslation } from 'react-i18next';
import { isOutside } from '../app/is-outside';
import { useViewer } from '../app/session';
import type { CatalogQuery } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { Panel } from '../ui/panel';
import { choicesOf, type CatalogSearch } from './catalog-search';
import classes from './service-list.module.css';

type Props = {
  search: CatalogSearch;
  found: Pick<CatalogQuery['services'], 'suggestions' | 'whomToAsk'>;
  onClear: () => void;
};

/** Nothing found: what comes nearest and whom to ask, or, in an empty catalog, how the first service gets into it. */
export function CatalogEmpty({ search, found: { suggestions, whomToAsk }, onClear }: Props) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const chosen = choicesOf(search).length;
  if (isOutside(viewer)) return <EmptyState kind="noPermission" owner={t('app.forbidden.owner')} />;
  if (!search.q && chosen === 0) {
    return (
      <EmptyState
        kind="nothingYet"
        title={t('catalog.none.title')}
        action={
          viewer.viewerCanManageServices && (
            <LinkButton to="/manage/services" search={{ add: true }}>
              {t('catalog.manage.add')}
            </LinkButton>
          )
        }
      >
        {viewer.viewerCanManageServices ? t('catalog.none.manager') : t('catalog.none.words')}
      </EmptyState>
    );
  }
  return (
    <>
      <EmptyState
        kind="noResults"
        title={search.q ? t('catalog.none.forWords', { words: search.q }) : undefined}
        filters={[
          ...(search.q ? [`“${search.q}”`] : []),
          ...(chosen > 0 ? [t('catalog.filtersChosen', { count: chosen })] : []),
        ]}
        onClear={onClear}
      >
        {t('catalog.none.tryOther')}
        {whomToAsk.length > 0 && <WhomToAsk people={whomToAsk} sought={search.q} />}
      </EmptyState>
      {suggestions.length > 0 && (
        <div className={classes.suggestions}>
          <Panel title={t('catalog.none.nearest')}>
            <ul className={classes.nearest}>
              {suggestions.map(({ id, slug, name, outcome }) => (
                <li key={id}>
                  <TextLink to="/catalog/$slug" params={{ slug }} fw={550}>
                    {name}
                  </TextLink>
                  <div className="quiet">{outcome}</div>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      )}
    </>
  );
}

/** Each name begins a letter that says what was sought. */
function WhomToAsk({ people, sought }: { people: CatalogQuery['services']['whomToAsk']; sought?: string }) {
  const { t } = useTranslation();
  const subject = sought ? `?subject=${encodeURIComponent(t('catalog.none.subject', { words: sought }))}` : '';
  return (
    <div>
      {t('catalog.none.ask')}{' '}
      {people.map(({ id, name, email }, place) => (
        <span key={id}>
          {place > 0 && ', '}
          {email ? (
            <Anchor href={`mailto:${email}${subject}`} underline="always">
              {name}
            </Anchor>
          ) : (
            name
          )}
        </span>
      ))}
      .
    </div>
  );
}
