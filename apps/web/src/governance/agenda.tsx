import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import i18next from 'i18next';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shortcutsOn } from '../app/display-settings';
import { isTyping } from '../app/shell/is-typing';
import { startAdding } from '../app/shell/start-adding';
import type { PackFragment } from '../generated/graphql';
import { formatPeriod } from '../ui/format-instant';
import { ToneBadge } from '../ui/tone-badge';
import { AddAction } from './add-action';
import { ActionsPanel } from './actions-panel';
import { CommentPanel } from './comment-panel';
import { DecisionsPanel } from './decisions-panel';
import { Leave } from './leave';
import { NewerRevisions } from './newer-revisions';
import { packItems, titleOf } from './pack-items';
import classes from './present-page.module.css';
import type { ReviewOnPage } from './review-page';

const route = getRouteApi('/sheet/reviews/$id/present');

/** The items of a review, one at a time, and what was decided; by keyboard too. */
export function Agenda({ review, pack }: { review: ReviewOnPage; pack: PackFragment }) {
  const { t } = useTranslation();
  const { item = 1 } = route.useSearch();
  const slides = slidesOf(review, pack);
  const place = Math.min(item, slides.length);
  const { title, content } = slides[place - 1]!;
  const heading = useRef<HTMLHeadingElement>(null);
  // The last item has the form anyway.
  const [wanted, setAdding] = useState(false);
  const adding = wanted && review.viewerCanDecide && place < slides.length;
  useAgendaKeys({ place, last: slides.length, adding, onAdding: setAdding });

  const whose = t('governance.reviewOf', { provider: review.provider.name, period: formatPeriod(review.period) });
  useEffect(() => {
    document.title = `${title} · ${whose}`;
    heading.current?.focus();
  }, [title, whose]);

  return (
    <>
      <div className={classes.head}>
        <span>
          {whose} <ToneBadge tone="accent">{t(`governance.editionOf.${pack.edition}`)}</ToneBadge>
        </span>
        <Leave id={review.id} />
      </div>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        {title}
      </h1>
      <div className={classes.content}>
        {adding && <AddAction reviewId={review.id} onAdded={() => setAdding(false)} />}
        {content}
      </div>
      <nav className={classes.foot} aria-label={t('governance.present.agenda')}>
        <Step to={place - 1} last={slides.length} label={t('governance.present.before')}>
          <IconChevronLeft size={22} />
        </Step>
        <span className="figures" aria-live="polite">
          {t('governance.present.place', { place, count: slides.length })}
        </span>
        <Step to={place + 1} last={slides.length} label={t('governance.present.next')}>
          <IconChevronRight size={22} />
        </Step>
        <span className={classes.keys}>
          {t(review.viewerCanDecide ? 'governance.present.keysAdd' : 'governance.present.keys')}
        </span>
      </nav>
    </>
  );
}

function slidesOf(review: ReviewOnPage, pack: PackFragment): { title: string; content: ReactNode }[] {
  const [figures, ...others] = packItems(pack).map(({ id, content }) => ({ title: titleOf(id), content }));
  return [
    {
      title: figures!.title,
      content: (
        <>
          <NewerRevisions revisions={pack.newerRevisions}>{i18next.t('governance.newer.pack')}</NewerRevisions>
          {figures!.content}
        </>
      ),
    },
    ...others,
    {
      title: i18next.t('governance.present.agreed'),
      content: (
        <>
          <CommentPanel review={review} />
          <DecisionsPanel review={review} pack={pack} />
          <ActionsPanel review={review} />
        </>
      ),
    },
  ];
}

type Keys = { place: number; last: number; adding: boolean; onAdding: (on: boolean) => void };

/** Arrows walk, `a` adds an action, Esc closes that, then leaves. */
function useAgendaKeys({ place, last, adding, onAdding }: Keys): void {
  const navigate = route.useNavigate();
  const go = (item: number) => {
    if (item >= 1 && item <= last) void navigate({ search: (old) => ({ ...old, item }), replace: true });
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === 'Escape' && adding) onAdding(false);
    else if (isTyping(event.target)) return;
    else if (event.key === 'Escape') void navigate({ to: '/reviews/$id', search: { step: 'run' } });
    else if (event.key === 'ArrowRight' || event.key === 'PageDown') go(place + 1);
    else if (event.key === 'ArrowLeft' || event.key === 'PageUp') go(place - 1);
    else if (event.key === 'a' && shortcutsOn()) {
      event.preventDefault();
      if (place === last) startAdding();
      else onAdding(true);
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

function Step({ to, last, label, children }: { to: number; last: number; label: string; children: ReactNode }) {
  const navigate = route.useNavigate();
  return (
    <ActionIcon
      size="lg"
      variant="default"
      aria-label={label}
      disabled={to < 1 || to > last}
      onClick={() => void navigate({ search: (old) => ({ ...old, item: to }), replace: true })}
    >
      {children}
    </ActionIcon>
  );
}
