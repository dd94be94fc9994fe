import {
  IconAward,
  IconBuildingStore,
  IconCalendarTime,
  IconFileCertificate,
  IconChecklist,
  IconClipboardList,
  IconGavel,
  IconHome,
  IconListCheck,
  IconListDetails,
  IconPackages,
  IconPlugConnected,
  IconFileInvoice,
  IconReceipt,
  IconReportAnalytics,
  IconShieldOff,
  IconSitemap,
  IconBoxMultiple,
  IconStack2,
  IconTable,
  IconTool,
  IconTrendingDown,
  IconTruckDelivery,
  IconUpload,
  IconUsers,
  IconUserShield,
  IconWebhook,
  IconWallet,
  IconShoppingCart,
  IconZoomExclamation,
  type Icon,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type words from '../en.json';
import { isOutside } from '../is-outside';
import type { Viewer } from '../session';

export type NavigationItem = {
  key: keyof (typeof words)['nav'];
  to: NonNullable<LinkProps['to']>;
  icon: Icon;
  /** The letter after `g`. */
  letter?: string;
  may?: (viewer: Viewer) => boolean;
};

export type NavigationGroup = { key?: keyof (typeof words)['navGroup']; items: NavigationItem[] };

const isInside = (viewer: Viewer) => !isOutside(viewer);

/** The left navigation: what a viewer may not do is not offered. */
export const navigation: NavigationGroup[] = [
  {
    items: [
      { key: 'home', to: '/home', icon: IconHome, letter: 'h' },
      { key: 'catalog', to: '/catalog', icon: IconBuildingStore, letter: 's' },
    ],
  },
  {
    key: 'orders',
    items: [
      { key: 'orders', to: '/orders', icon: IconShoppingCart, letter: 'o', may: isInside },
      { key: 'myServices', to: '/my-services', icon: IconPackages, letter: 'u', may: isInside },
      { key: 'approvals', to: '/approvals', icon: IconChecklist, letter: 'd', may: (v) => v.viewerCanApproveOrders },
      { key: 'work', to: '/work', icon: IconClipboardList, letter: 'w', may: (v) => v.viewerCanFulfil },
      { key: 'bill', to: '/bill', icon: IconFileInvoice, may: isInside },
      { key: 'budgets', to: '/budgets', icon: IconWallet, letter: 'e', may: (v) => v.viewerCanSeeBudgets },
    ],
  },
  {
    key: 'performance',
    items: [
      { key: 'commitments', to: '/commitments', icon: IconTable, letter: 'c', may: (v) => v.viewerCanSeeCommitments },
      {
        key: 'breaches',
        to: '/commitments/breaches',
        icon: IconTrendingDown,
        letter: 'b',
        may: (v) => v.viewerCanSeeEvidence,
      },
      {
        key: 'exclusions',
        to: '/commitments/exclusions',
        icon: IconShieldOff,
        letter: 'x',
        may: (v) => v.viewerCanSeeEvidence,
      },
      { key: 'findings', to: '/commitments/findings', icon: IconZoomExclamation, may: (v) => v.viewerCanSeeEvidence },
      { key: 'providers', to: '/providers', icon: IconTruckDelivery, letter: 'v', may: (v) => v.viewerCanSeeProviders },
    ],
  },
  {
    key: 'governance',
    items: [
      { key: 'reviews', to: '/reviews', icon: IconGavel, letter: 'r', may: (v) => v.viewerCanSeeReviews },
      { key: 'actions', to: '/actions', icon: IconListCheck, letter: 't', may: (v) => v.viewerCanSeeReviews },
      { key: 'statement', to: '/statement', icon: IconReceipt, letter: 'y', may: (v) => v.viewerHasStatements },
      { key: 'rewards', to: '/rewards', icon: IconAward, letter: 'n', may: (v) => v.viewerCanSeeRewards },
    ],
  },
  {
    key: 'manage',
    items: [
      {
        key: 'services',
        to: '/manage/services',
        icon: IconListDetails,
        letter: 'm',
        may: (v) => v.viewerCanManageServices,
      },
      { key: 'bundles', to: '/manage/bundles', icon: IconBoxMultiple, may: (v) => v.viewerCanManageServices },
      {
        key: 'agreements',
        to: '/agreements',
        icon: IconFileCertificate,
        letter: 'a',
        may: (v) => v.viewerCanManageAgreements,
      },
      { key: 'archetypes', to: '/manage/archetypes', icon: IconStack2, may: (v) => v.viewerCanManageServices },
      { key: 'calendars', to: '/manage/calendars', icon: IconCalendarTime, may: (v) => v.viewerCanManageCalendars },
      { key: 'downtime', to: '/manage/downtime', icon: IconTool, may: (v) => v.viewerCanMeasure },
      { key: 'sources', to: '/sources', icon: IconPlugConnected, may: (v) => v.viewerCanMeasure },
      { key: 'imports', to: '/imports', icon: IconUpload, letter: 'i', may: (v) => v.viewerCanImport },
    ],
  },
  {
    key: 'administration',
    items: [
      { key: 'people', to: '/admin/people', icon: IconUsers, letter: 'p', may: (v) => v.viewerCanManagePeople },
      { key: 'units', to: '/admin/units', icon: IconSitemap, may: (v) => v.viewerCanManagePeople },
      { key: 'roles', to: '/admin/roles', icon: IconUserShield, may: (v) => v.viewerCanManagePeople },
      { key: 'webhooks', to: '/admin/webhooks', icon: IconWebhook, may: (v) => v.viewerCanManagePeople },
      { key: 'audit', to: '/admin/audit', icon: IconReportAnalytics, may: (v) => v.viewerCanReadAudit },
    ],
  },
];

export function navigationFor(viewer: Viewer): NavigationGroup[] {
  return navigation
    .map((group) => ({ ...group, items: group.items.filter(({ may }) => may?.(viewer) ?? true) }))
    .filter(({ items }) => items.length > 0);
}
