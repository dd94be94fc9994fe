import { Button, Code, Group } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../app/use-act';
import { AccessTokensDocument, RevokeAccessTokenDocument, type AccessTokenFragment } from '../../generated/graphql';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { DataTable } from '../../ui/data-table';
import type { Column } from '../../ui/data-table-types';
import { Instant } from '../../ui/instant';
import { ToneBadge } from '../../ui/tone-badge';

/** Tokens, what each is for and since when nothing uses it any more. */
export function TokenTable({ tokens }: { tokens: AccessTokenFragment[] }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<AccessTokenFragment | null>(null);
  const revoke = useAct(RevokeAccessTokenDocument, {
    changes: [AccessTokensDocument],
    done: t('tokens.revokeDone'),
    onDone: () => setAsked(null),
  });
  const columns = useMemo(
    (): Column<AccessTokenFragment>[] => [
      { id: 'name', header: t('tokens.name'), primary: true, cell: ({ name }) => name },
      { id: 'begins', header: t('tokens.begins'), cell: ({ prefix }) => <Code>{prefix}…</Code> },
      {
        id: 'scopes',
        header: t('tokens.scopes'),
        cell: ({ scopes }) => (
          <Group gap={6}>
            {scopes.map((scope) => (
              <ToneBadge key={scope}>{t(`tokens.scope.${scope}`)}</ToneBadge>
            ))}
          </Group>
        ),
      },
      {
        id: 'used',
        header: t('tokens.used'),
        cell: ({ lastUsedAt }) => (lastUsedAt ? <Instant at={lastUsedAt} /> : t('tokens.never')),
      },
      { id: 'expires', header: t('tokens.expires'), cell: ({ expiresAt }) => <Instant at={expiresAt} style="date" /> },
      {
        id: 'revoke',
        header: t('tokens.standing'),
        cell: (token) => {
          if (token.revokedAt) return <ToneBadge tone="bad">{t('tokens.revoked')}</ToneBadge>;
          if (Date.parse(token.expiresAt) <= Date.now()) return <ToneBadge>{t('tokens.expired')}</ToneBadge>;
          return (
            <Button
              size="xs"
              variant="default"
              aria-label={t('tokens.revokeLabel', { name: token.name })}
              onClick={() => setAsked(token)}
            >
              {t('tokens.revoke')}
            </Button>
          );
        },
      },
    ],
    [t],
  );
  return (
    <>
      <DataTable label={t('people.tokens')} columns={columns} rows={tokens} rowId={({ id }) => id} />
      <ConfirmDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={t('tokens.revokeTitle', { name: asked?.name })}
        confirm={t('tokens.revoke')}
        danger
        onConfirm={() => revoke.mutateAsync({ id: asked!.id })}
      >
        {t('tokens.revokeWords')}
      </ConfirmDialog>
    </>
  );
}
