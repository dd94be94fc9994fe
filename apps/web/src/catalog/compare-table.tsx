import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import { ScrollBox } from '../ui/scroll-box';
import { compareRows } from './compare-rows';
import type { ComparedService } from './compare-page';
import classes from './compare.module.css';

type Props = { services: ComparedService[]; onlyDifferent: boolean; onRemove: (slug: string) => void };

/** A column for each service, a row for each thing that matters; on a small screen each row is a list. */
export function CompareTable({ services, onlyDifferent, onRemove }: Props) {
  const { t } = useTranslation();
  const rows = compareRows(services, t).filter(({ differs }) => differs || !onlyDifferent);
  return (
    <ScrollBox className={classes.box} label={t('choosing.title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('choosing.row.aspect')}</th>
            {services.map(({ id, slug, name }) => (
              <th key={id} scope="col">
                <span className={classes.head}>
                  <TextLink to="/catalog/$slug" params={{ slug }}>
                    {name}
                  </TextLink>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="sm"
                    aria-label={t('choosing.remove', { name })}
                    onClick={() => onRemove(slug)}
                  >
                    <IconX size={14} aria-hidden />
                  </ActionIcon>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, texts, differs }) => (
            <tr key={label} data-differs={differs || undefined}>
              <th scope="row">
                {label}
                {differs && (
                  <small className={classes.differs}>
                    <span aria-hidden>≠</span> {t('choosing.differs')}
                  </small>
                )}
              </th>
              {texts.map((text, place) => (
                <td key={services[place]!.id} data-name={services[place]!.name}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
