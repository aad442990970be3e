import {
  columnFilteringFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_includesString,
  globalFilteringFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
  useTable,
  type SortingState,
} from '@tanstack/react-table';
import { useDeferredValue, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { ChoiceMenu } from './ChoiceMenu.tsx';
import { csv } from './csv.ts';
import { Icon } from './Icon.tsx';
import { moveAmongRows } from './row-keys.ts';
import { saveFile } from './save-file.ts';
import './button.css';
import './data-table.css';

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnFilteringFeature,
  globalFilteringFeature,
  columnVisibilityFeature,
  filteredRowModel: createFilteredRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
  filterFns: { includesString: filterFn_includesString },
});

export type TableValue = string | number | null;

export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** What is sorted, filtered and exported. */
  readonly value: (row: Row) => TableValue;
  /** What is shown; the value itself where this is absent. */
  readonly cell?: (row: Row) => ReactNode;
  /** Track of the grid: `minmax(0, 2fr)`, `120px`. */
  readonly track: string;
  readonly end?: boolean;
  /** `never`: names the row and cannot be hidden. `first`: hidden until asked for. */
  readonly hide?: 'never' | 'first';
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly filter?: string;
  /** `column` or `-column`, as it stands in the address. */
  readonly sort?: string | undefined;
  readonly onSort?: (sort: string | undefined) => void;
  readonly fileName: string;
  readonly tools?: ReactNode;
  readonly empty?: ReactNode;
}

/**
 * The one table of the desk: sticky head, filter, sort, choice of columns, arrow keys, and CSV of what is shown. On a
 * narrow screen each row becomes a card with its headings beside the values. Rows out of sight cost no layout, yet stay
 * in the page for the browser's own search and for print.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { t, count } = useWords();
  const { columns, rows, filter = '', sort, onSort } = props;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(
    () => new Set(columns.filter((column) => column.hide === 'first').map((column) => column.id)),
  );
  const sought = useDeferredValue(filter.trim());
  const table = useDeskTable(columns, rows, { sort, sought, hidden, rowKey: props.rowKey });
  const shownColumns = columns.filter((column) => !hidden.has(column.id));
  const shown = table.getRowModel().rows.map((row) => row.original as Row);
  const tracks = shownColumns.map((column) => column.track).join(' ');
  return (
    <div className="data-table">
      <div className="data-table-bar">
        <p className="label" role="status">
          {shown.length === rows.length
            ? t('law.shown', { count: shown.length })
            : t('law.shownOf', { shown: count(shown.length), all: count(rows.length) })}
        </p>
        <div className="button-row">
          {props.tools}
          {onSort === undefined ? null : <SortChoice columns={shownColumns} sort={sort} onSort={onSort} />}
          <ColumnChoice columns={columns} hidden={hidden} onChange={setHidden} />
          <button
            type="button"
            className="button-quiet"
            title={t('table.csvMeans')}
            onClick={() => {
              const lines = shown.map((row) => shownColumns.map((column) => column.value(row)));
              const text = csv([shownColumns.map((column) => column.header), ...lines]);
              saveFile(`${props.fileName}.csv`, 'text/csv;charset=utf-8', text);
            }}
          >
            <Icon name="take" />
            {t('table.csv')}
          </button>
        </div>
      </div>
      <table role="table" aria-label={props.caption} style={{ '--tracks': tracks } as React.CSSProperties}>
        <thead role="rowgroup">
          <tr role="row">
            {shownColumns.map((column) => (
              <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody
          role="rowgroup"
          onKeyDown={(event: KeyboardEvent<HTMLElement>) => {
            moveAmongRows(event, '[role="row"]');
          }}
        >
          {shown.map((row) => (
            <tr role="row" key={props.rowKey(row)}>
              {shownColumns.map((column) => (
                <td
                  key={column.id}
                  role="cell"
                  data-head={column.header}
                  data-main={column.hide === 'never'}
                  className={column.end === true ? 'cell-end' : undefined}
                >
                  {column.cell === undefined ? column.value(row) : column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 0 ? props.empty : null}
    </div>
  );
}

function HeadCell<Row>({
  column,
  sort,
  onSort,
}: {
  readonly column: TableColumn<Row>;
  readonly sort: string | undefined;
  readonly onSort: ((sort: string | undefined) => void) | undefined;
}) {
  const { t } = useWords();
  const direction = sort === column.id ? 'ascending' : sort === `-${column.id}` ? 'descending' : undefined;
  const next = direction === undefined ? column.id : direction === 'ascending' ? `-${column.id}` : undefined;
  return (
    <th
      role="columnheader"
      scope="col"
      className={column.end === true ? 'cell-end' : undefined}
      {...(direction === undefined ? {} : { 'aria-sort': direction })}
    >
      {onSort === undefined ? (
        column.header
      ) : (
        <button
          type="button"
          className="head-button"
          title={t('table.sortBy', { column: column.header })}
          onClick={() => {
            onSort(next);
          }}
        >
          {column.header}
          <span className="head-arrow" data-on={direction !== undefined}>
            <Icon name={direction === 'descending' ? 'down' : 'up'} size={11} />
          </span>
        </button>
      )}
    </th>
  );
}

/** Where the heads are not shown (a narrow screen), a list of the same choices. */
function SortChoice<Row>({
  columns,
  sort,
  onSort,
}: {
  readonly columns: readonly TableColumn<Row>[];
  readonly sort: string | undefined;
  readonly onSort: (sort: string | undefined) => void;
}) {
  const { t } = useWords();
  return (
    <select
      className="select sort-choice"
      aria-label={t('table.sort')}
      value={sort ?? ''}
      onChange={(event) => {
        onSort(event.target.value === '' ? undefined : event.target.value);
      }}
    >
      <option value="">{t('table.sort')}</option>
      {columns.flatMap((column) => [
        <option key={column.id} value={column.id}>{`${column.header} ↑`}</option>,
        <option key={`-${column.id}`} value={`-${column.id}`}>{`${column.header} ↓`}</option>,
      ])}
    </select>
  );
}

function ColumnChoice<Row>({
  columns,
  hidden,
  onChange,
}: {
  readonly columns: readonly TableColumn<Row>[];
  readonly hidden: ReadonlySet<string>;
  readonly onChange: (hidden: ReadonlySet<string>) => void;
}) {
  const { t } = useWords();
  return (
    <ChoiceMenu
      icon="columns"
      name={t('table.columns')}
      choices={columns
        .filter((column) => column.hide !== 'never')
        .map(({ id, header }) => ({ key: id, label: header, chosen: !hidden.has(id) }))}
      onChoice={(id, chosen) => {
        const next = new Set(hidden);
        if (chosen) next.delete(id);
        else next.add(id);
        onChange(next);
      }}
    />
  );
}

interface TableState<Row> {
  readonly sort: string | undefined;
  readonly sought: string;
  readonly hidden: ReadonlySet<string>;
  readonly rowKey: (row: Row) => string;
}

function useDeskTable<Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  { sort, sought, hidden, rowKey }: TableState<Row>,
) {
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row & object>();
    return helper.columns(
      columns.map((column) =>
        helper.accessor((row) => column.value(row) ?? undefined, {
          id: column.id,
          header: column.header,
          sortFn: 'alphanumeric',
          sortUndefined: 'last',
        }),
      ),
    );
  }, [columns]);
  const sorting = useMemo<SortingState>(
    () => (sort === undefined ? [] : [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }]),
    [sort],
  );
  const columnVisibility = useMemo(() => Object.fromEntries([...hidden].map((id) => [id, false])), [hidden]);
  return useTable({
    features,
    columns: definitions,
    data: rows as readonly (Row & object)[],
    getRowId: rowKey,
    globalFilterFn: 'includesString',
    getColumnCanGlobalFilter: () => true,
    state: { sorting, globalFilter: sought, columnVisibility },
  });
}
