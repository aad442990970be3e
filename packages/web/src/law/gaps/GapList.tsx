import { daysOpen, openGaps, type Day, type Gap, type GapRow } from '@custody/core';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DataTable, type TableColumn } from '../../design/DataTable.tsx';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { nameOf } from '../goods-names.ts';
import type { Shown } from './gap-lines.ts';
import { useGapsAddress } from './GapsPage.tsx';

interface Line {
  readonly gap: Gap;
  readonly row: GapRow;
  readonly days: number | null;
  readonly open: boolean;
}

/** Every gap of the table as a line: who was behind whom, from when, until when, for how many days. */
export function GapList({ shown, on }: { readonly shown: Shown; readonly on: Day }) {
  const words = useWords();
  const { t } = words;
  const address = useSearch({ from: '/law/gaps' });
  const set = useGapsAddress();
  const past = address.past === '1';
  const lines = useMemo(() => linesOf(shown, on, past), [shown, on, past]);
  const columns = useMemo(() => columnsFor(words), [words]);
  return (
    <>
      <label className="filter-choice gap-past">
        <input
          type="checkbox"
          checked={!past}
          onChange={(event) => {
            set({ past: event.target.checked ? undefined : '1' });
          }}
        />
        {t('views.gaps.openOnly')}
      </label>
      <DataTable
        caption={t('views.gaps.list')}
        columns={columns}
        rows={lines}
        rowKey={keyOf}
        sort={address.sort}
        onSort={(sort) => {
          set({ sort });
        }}
        fileName={`gap-days-${on}`}
        empty={<p className="nothing">{t('views.gaps.empty')}</p>}
      />
    </>
  );
}

const keyOf = ({ gap }: Line): string => `${gap.goods} ${gap.ahead} ${gap.behind} ${gap.from ?? ''}`;

/** Longest first; a gap without a known beginning is older than any. */
function linesOf({ rows, gaps }: Shown, on: Day, past: boolean): readonly Line[] {
  return rows
    .flatMap((row) => {
      const all = gaps.get(row.goods) ?? [];
      const open = new Set(openGaps(all, on));
      const begun = all.filter(({ from }) => from === null || from <= on);
      return (past ? begun : [...open]).map((gap) => ({
        gap,
        row,
        days: daysOpen(gap, on),
        open: open.has(gap),
      }));
    })
    .sort((a, b) => (b.days ?? Infinity) - (a.days ?? Infinity));
}

function columnsFor(words: Words): readonly TableColumn<Line>[] {
  const { t, place, day, count } = words;
  return [
    {
      id: 'goods',
      header: t('views.gaps.goods'),
      value: ({ row }) => nameOf(row, words),
      track: 'minmax(0, 2fr)',
      hide: 'never',
    },
    {
      id: 'behind',
      header: t('views.gaps.column.behind'),
      value: ({ gap }) => place(gap.behind),
      track: 'minmax(0, 1.2fr)',
    },
    {
      id: 'ahead',
      header: t('views.gaps.column.ahead'),
      value: ({ gap }) => place(gap.ahead),
      track: 'minmax(0, 1.2fr)',
    },
    {
      id: 'from',
      header: t('views.gaps.column.from'),
      value: ({ gap }) => gap.from,
      cell: ({ gap }) => (gap.from === null ? t('law.startUnknown') : day(gap.from)),
      track: 'minmax(0, 1.2fr)',
    },
    {
      id: 'to',
      header: t('views.gaps.column.to'),
      value: ({ gap, open }) => (open ? null : gap.to),
      cell: ({ gap, open }) => (open || gap.to === null ? t('views.gaps.gapOpen') : day(gap.to)),
      track: 'minmax(0, 1.2fr)',
    },
    {
      id: 'days',
      header: t('views.gaps.column.days'),
      value: ({ days }) => days,
      cell: ({ days }) => (days === null ? '' : count(days)),
      track: 'minmax(0, 0.8fr)',
      end: true,
    },
    {
      id: 'atLeast',
      header: t('views.gaps.column.atLeast'),
      value: ({ gap }) => t(gap.atLeast ? 'views.gaps.atLeast' : 'views.gaps.certain'),
      track: 'minmax(0, 1fr)',
    },
  ];
}
