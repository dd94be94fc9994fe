import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SubscriptionRowFragment } from '../generated/graphql';

/** What can be done with a subscription next: each leads to an order of that kind, filled in already. */
export function SubscriptionActs({ subscription }: { subscription: SubscriptionRowFragment }) {
  const { t } = useTranslation();
  const { id, service, plan, actions } = subscription;
  const open = actions.filter(({ refusal }) => refusal === null);
  if (open.length === 0 && !service.viewerCanOrder) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={t('orders.mine.actsOf', { name: service.name })}
        >
          {t('orders.mine.act')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {open.map(({ kind }) => (
          <Menu.Item
            key={kind}
            renderRoot={(props) => (
              <Link {...props} to="/order" search={{ kind: kind as 'CHANGE', subscription: id }} />
            )}
          >
            {t(`orders.mine.do.${kind}`)}
          </Menu.Item>
        ))}
        {service.viewerCanOrder && (
          <Menu.Item
            renderRoot={(props) => <Link {...props} to="/order" search={{ service: service.slug, plan: plan.id }} />}
          >
            {t('orders.mine.do.SUBSCRIBE')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
