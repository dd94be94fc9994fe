import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { OrderBegin } from './order-begin';
import './words';

const route = getRouteApi('/shell/order');

/** What do you need, for whom and why; and what it costs, before one commits. */
export function OrderFormPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  // A draft that this form itself has begun is in it already; every other address begins anew.
  const [begun, setBegun] = useState({ search, draft: search.draft });
  const words = JSON.stringify(begun.search);
  if (JSON.stringify(search) !== words && (search.draft === undefined || search.draft !== begun.draft))
    setBegun({ search, draft: search.draft });
  return (
    <OrderBegin
      key={words}
      search={begun.search}
      onDraft={(id) => {
        setBegun((old) => ({ ...old, draft: id }));
        void navigate({ search: { draft: id }, replace: true });
      }}
    />
  );
}
