import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SupposedFragment, WhatIfQuery } from '../../generated/graphql';
import { formatPeriod } from '../../ui/format-instant';
import { formatMoney } from '../../ui/format-money';
import { formatExactPercent, formatPercent } from '../../ui/format-percent';
import { ScrollBox } from '../../ui/scroll-box';
import { verdictGlyph, verdictWord } from '../../ui/verdict';
import { resultBin } from '../result-bin';
import classes from './comparison-table.module.css';

export type Column = { name: string; words: string[]; terms: SupposedFragment };
/** A period of a column; the first column is 0. */
export type Cell = { column: number; period: string };

type Result = SupposedFragment['results'][number];
type Props = {
  months: WhatIfQuery['whatIf']['months'];
  columns: Column[];
  chosen: Cell | null;
  onChoose: (cell: Cell) => void;
};

/** Months down, terms across: how each would have come out, and what it would have cost. A quarter spans its months. */
export function ComparisonTable({ months, columns, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const hasOwing = columns.some(({ terms }) => terms.agreement);
  const isGivenUp = columns.some(({ terms }) => Number(terms.agreement?.givenUp.amount ?? 0) > 0);
  return (
    <ScrollBox label={t('whatIf.table')} className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('whatIf.month')}</th>
            {columns.map(({ name, words }) => (
              <th key={name} scope="col">
                {name}
                {words.length > 0 && <small className={classes.words}>{words.join(' · ')}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month}>
              <th scope="row">{formatPeriod(month)}</th>
              {columns.map(({ name, terms }, column) => {
                const found = resultAt(terms.results, month);
                if (found === 'within') return null;
                if (!found)
                  return (
                    <td key={name} className="quiet">
                      {t('whatIf.nothing')}
                    </td>
                  );
                const isChosen = chosen?.column === column && chosen.period === found.period;
                return (
                  <td
                    key={name}
                    rowSpan={found.period.includes('Q') ? 3 : undefined}
                    data-bin={resultBin(found) ?? undefined}
                  >
                    <ResultCell
                      result={found}
                      label={`${name}, ${formatPeriod(found.period)}`}
                      pressed={isChosen}
                      onClick={() => onChoose({ column, period: found.period })}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('whatIf.missed')}</th>
            {columns.map(({ name, terms }) => (
              <td key={name} className="figures">
                {t('whatIf.missedOf', { missed: terms.missed, of: terms.results.length })}
              </td>
            ))}
          </tr>
          <MoneyRow name={t('whatIf.credits')} columns={columns} amount={({ credit }) => credit} />
          {hasOwing && (
            <MoneyRow name={t('whatIf.owed')} columns={columns} amount={({ agreement }) => agreement?.owed} />
          )}
          {isGivenUp && (
            <>
              <MoneyRow name={t('whatIf.givenUp')} columns={columns} amount={({ agreement }) => agreement?.givenUp} />
              <MoneyRow name={t('whatIf.left')} columns={columns} amount={({ agreement }) => agreement?.left} />
            </>
          )}
        </tfoot>
      </table>
    </ScrollBox>
  );
}

type MoneyRowProps = {
  name: string;
  columns: Column[];
  amount: (terms: SupposedFragment) => Parameters<typeof formatMoney>[0] | null | undefined;
};

function MoneyRow({ name, columns, amount }: MoneyRowProps) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">{name}</th>
      {columns.map((column) => {
        const money = amount(column.terms);
        return (
          <td key={column.name} className="figures">
            {money ? formatMoney(money) : t('whatIf.noAmount')}
          </td>
        );
      })}
    </tr>
  );
}

type CellProps = { result: Result; label: string; pressed: boolean; onClick: () => void };

function ResultCell({ result, label, pressed, onClick }: CellProps) {
  const { t } = useTranslation();
  const { verdict, figure, credit, counted, creditPercent } = result;
  const shown = figure == null ? '–' : formatPercent(figure, { decimals: 4 });
  const alone = credit && Number(credit.amount) > 0 ? formatMoney(credit) : null;
  const isCut = alone && counted && Number(counted.amount) !== Number(credit!.amount);
  const owed = isCut ? t('whatIf.counted', { counted: formatMoney(counted), alone }) : alone;
  const share = !owed && creditPercent && Number(creditPercent) > 0 ? formatExactPercent(creditPercent) : null;
  return (
    <UnstyledButton
      className={classes.cell}
      aria-pressed={pressed}
      aria-label={`${label}: ${shown}, ${verdictWord(result)}${owed ? `, ${owed}` : ''}`}
      onClick={onClick}
    >
      <span className="figures">
        {verdict !== 'MET' && <b aria-hidden>{verdictGlyph[verdict]} </b>}
        {shown}
      </span>
      {(owed ?? share) && <small className="figures">{owed ?? share}</small>}
    </UnstyledButton>
  );
}

/** The result of a month, or of the quarter that begins with it; `within` for the other months of a quarter. */
function resultAt(results: readonly Result[], month: string): Result | 'within' | null {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const own = results.find(({ period }) => period === month);
  if (own) return own;
  const quarter = results.find(({ period }) => period === `${year}-Q${Math.ceil(number / 3)}`);
  if (!quarter) return null;
  return number % 3 === 1 ? quarter : 'within';
}
