import { LinkButton } from '../app/link-button';
import { EmptyState } from '../ui/empty-state';
import { PageHeader } from '../ui/page-header';

type Props = { title: string; heading: string; why: string; back: string; to: string };

/** Why what somebody came to order cannot be ordered, and the way back to it. */
export function CannotOrder({ title, heading, why, back, to }: Props) {
  return (
    <>
      <PageHeader title={title} />
      <EmptyState
        kind="noData"
        title={heading}
        action={
          <LinkButton to={to} variant="default">
            {back}
          </LinkButton>
        }
      >
        {why}
      </EmptyState>
    </>
  );
}
