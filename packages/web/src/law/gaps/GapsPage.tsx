import { day as dayOf, daysOfStatusChange, type Day, type GapTable, type Jurisdiction } from '@custody/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useMemo } from 'react';
import { DaySlider } from '../../design/DaySlider.tsx';
import { Failing } from '../../design/Failing.tsx';
import { FilterField } from '../../design/FilterField.tsx';
import { Icon } from '../../design/Icon.tsx';
import { saveFile } from '../../design/save-file.ts';
import { StateMark } from '../../design/StateMark.tsx';
import { Tabs } from '../../design/Tabs.tsx';
import { Waiting } from '../../design/Waiting.tsx';
import { GOODS_SETS, type GoodsSet, type LawFacts } from '../../engine/messages.ts';
import { useEngine } from '../../engine/use-engine.ts';
import { useWords } from '../../i18n/use-words.ts';
import { jurisdictionsOf } from '../../shell/address.ts';
import { AsOfNotices, StrangeDay } from '../../shell/AsOfNotices.tsx';
import { PageHead } from '../../shell/PageHead.tsx';
import { shortDigest } from '../../shell/short-digest.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import type { GapsAddress } from '../addresses.ts';
import { CellProof, cellOf } from '../CellProof.tsx';
import { nameOf } from '../goods-names.ts';
import { LawNav } from '../LawNav.tsx';
import { PlacesMenu } from '../PlacesMenu.tsx';
import { useMovingDay } from '../use-moving-day.ts';
import { GapList } from './GapList.tsx';
import { GapMatrix } from './GapMatrix.tsx';
import { gapsCsv, gapsJson, gapsSvg, type FileHead } from './gap-files.ts';
import { decidingIn, lastChangeOf, linesOn, shownOf, type Shown } from './gap-lines.ts';
import '../law.css';
import './gaps.css';

const FROM = dayOf('2017-01-01');
const TO = dayOf('2026-12-31');
/** Changes of a day that are named before the rest is counted. */
const NAMED = 6;

/** Gaps: which goods are controlled where on a day, and for how long one jurisdiction has been ahead of another. */
export function GapsPage() {
  const address = useSearch({ from: '/law/gaps' });
  const asOf = useAsOf();
  const facts = useEngine('facts', null);
  const table = useEngine(
    'gaps',
    { set: address.goods ?? 'matter', known: asOf.known },
    { keep: true, enabled: asOf.strange === null },
  );
  const { t } = useWords();
  if (asOf.strange !== null) return <StrangeDay text={asOf.strange} />;
  if (table.isError) {
    return (
      <Failing
        title={t('check.failedTitle')}
        text={t('failing.engineText')}
        problem={table.error.problem}
        again={() => void table.refetch()}
      />
    );
  }
  if (table.data === undefined || facts.data === undefined) {
    return (
      <>
        <PageHead above={<LawNav />} title={t('views.gaps.title')} />
        <Waiting lines={12} />
      </>
    );
  }
  return <Gaps table={table.data} facts={facts.data} />;
}

function Gaps({ table, facts }: { readonly table: GapTable; readonly facts: LawFacts }) {
  const words = useWords();
  const { t, day, count } = words;
  const address = useSearch({ from: '/law/gaps' });
  const asOf = useAsOf();
  const set = useGapsAddress();
  const settle = useCallback(
    (on: Day) => {
      set({ on });
    },
    [set],
  );
  const [on, move] = useMovingDay(asOf.on, settle);
  const filter = useDeferredValue(address.filter ?? '');
  const ahead = address.ahead ?? null;
  const shown = useMemo(
    () => shownOf(table, jurisdictionsOf(address.in).chosen ?? decidingIn(table), ahead, filter),
    [table, address.in, ahead, filter],
  );
  const ticks = useMemo(
    () => daysOfStatusChange(shown.rows).filter((one) => one >= FROM && one <= TO),
    [shown],
  );
  const lines = useMemo(() => linesOn(shown, on, address.differ === '1'), [shown, on, address.differ]);
  const differing = lines.filter(({ cells }) => cells.some(({ gap }) => gap !== null)).length;
  const open = cellOf(address.cell);
  const openCell = useCallback(
    (goods: string, jurisdiction: Jurisdiction) => {
      set({ cell: `${goods}@${jurisdiction}` });
    },
    [set],
  );
  const source = t('views.gaps.source', { day: day(facts.readOn), digest: shortDigest(facts.digest) });
  const head: FileHead = { on, known: asOf.known, law: facts.digest, jurisdictions: shown.jurisdictions };
  const list = address.list === '1';
  return (
    <article className="gaps">
      <PageHead
        above={<LawNav />}
        title={t('views.gaps.title')}
        state={t('views.gaps.state', { count: differing, total: count(shown.rows.length), day: day(on) })}
      />
      <AsOfNotices asOf={asOf} />
      <GapFilters table={table} shown={shown} />
      <DaySlider
        from={FROM}
        to={TO}
        on={on}
        ticks={ticks}
        onDay={move}
        label={t('views.gaps.day')}
        words={{
          play: t('views.gaps.play'),
          pause: t('views.gaps.pause'),
          previous: t('views.gaps.previous'),
          next: t('views.gaps.next'),
          hint: t('views.gaps.hint'),
        }}
      />
      {on < FROM || on > TO ? (
        <p className="label">{t('views.gaps.outOfRange', { from: day(FROM), to: day(TO), day: day(on) })}</p>
      ) : null}
      <LastChange shown={shown} ticks={ticks} on={on} />
      <Tabs
        label={t('views.gaps.view')}
        tabs={[
          { key: 'matrix', name: t('views.gaps.matrix') },
          { key: 'list', name: t('views.gaps.list') },
        ]}
        chosen={list ? 'list' : 'matrix'}
        onChoose={(key) => {
          set({ list: key === 'list' ? '1' : undefined, sort: undefined });
        }}
        tools={
          list ? null : (
            <GapFiles
              make={{
                csv: () => gapsCsv(lines, head),
                json: () => gapsJson(lines, head),
                svg: () => gapsSvg(lines, head, source, words),
              }}
              name={`gaps-${on}`}
            />
          )
        }
      >
        {lines.length === 0 ? (
          <div className="nothing">
            <p>{t('views.gaps.empty')}</p>
            <button
              type="button"
              className="button-quiet"
              onClick={() => {
                set({ filter: undefined, differ: undefined, ahead: undefined });
              }}
            >
              {t('views.gaps.clear')}
            </button>
          </div>
        ) : list ? (
          <GapList shown={shown} on={on} />
        ) : (
          <>
            <GapMatrix
              lines={lines}
              jurisdictions={shown.jurisdictions}
              on={on}
              moving={on !== asOf.on}
              onOpen={openCell}
            />
            <Legend />
          </>
        )}
      </Tabs>
      <p className="source-line">{source}</p>
      {open === null ? null : (
        <CellProof
          {...open}
          on={asOf.on}
          known={asOf.known}
          onOpen={(jurisdiction) => {
            set({ cell: jurisdiction === undefined ? undefined : `${open.goods}@${jurisdiction}` });
          }}
        />
      )}
    </article>
  );
}

/** Changes some of the address of the page, and stays where the reader is. */
export function useGapsAddress(): (change: {
  readonly [Key in keyof GapsAddress]?: string | undefined;
}) => void {
  const navigate = useNavigate();
  return useCallback(
    (change) => {
      void navigate({
        to: '/law/gaps',
        search: (before) => ({ ...before, ...change }) as GapsAddress,
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
}

function GapFilters({ table, shown }: { readonly table: GapTable; readonly shown: Shown }) {
  const { t, place } = useWords();
  const address = useSearch({ from: '/law/gaps' });
  const set = useGapsAddress();
  return (
    <div className="filters">
      <label className="filter-choice">
        {t('views.gaps.set')}
        <select
          className="select select-boxed"
          value={address.goods ?? 'matter'}
          onChange={(event) => {
            const goods = event.target.value as GoodsSet;
            set({ goods: goods === 'matter' ? undefined : goods });
          }}
        >
          {GOODS_SETS.map((one) => (
            <option key={one} value={one}>
              {t(`views.group.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <FilterField
        label={t('views.gaps.filter')}
        text={address.filter ?? ''}
        onText={(filter) => {
          set({ filter: filter === '' ? undefined : filter });
        }}
      />
      <label className="filter-choice">
        {t('views.gaps.ahead')}
        <select
          className="select select-boxed"
          value={address.ahead ?? ''}
          onChange={(event) => {
            set({ ahead: event.target.value === '' ? undefined : event.target.value });
          }}
        >
          <option value="">{t('views.gaps.aheadAny')}</option>
          {shown.jurisdictions.map((one) => (
            <option key={one} value={one}>
              {place(one)}
            </option>
          ))}
        </select>
      </label>
      <label className="filter-choice">
        <input
          type="checkbox"
          checked={address.differ === '1'}
          onChange={(event) => {
            set({ differ: event.target.checked ? '1' : undefined });
          }}
        />
        {t('views.gaps.differOnly')}
      </label>
      <ColumnChoice all={table.jurisdictions} shown={shown.jurisdictions} />
    </div>
  );
}

function ColumnChoice({
  all,
  shown,
}: {
  readonly all: readonly Jurisdiction[];
  readonly shown: readonly Jurisdiction[];
}) {
  const { t } = useWords();
  const set = useGapsAddress();
  return (
    <PlacesMenu
      icon="columns"
      name={t('views.gaps.columns')}
      all={all}
      chosen={shown}
      onChange={(next) => {
        set({ in: next.length === 0 ? undefined : next.join(',') });
      }}
    />
  );
}

function GapFiles({
  make,
  name,
}: {
  readonly make: Readonly<Record<'csv' | 'json' | 'svg', () => string>>;
  readonly name: string;
}) {
  const { t } = useWords();
  const types = { csv: 'text/csv;charset=utf-8', json: 'application/json', svg: 'image/svg+xml' } as const;
  return (
    <>
      {(['csv', 'json', 'svg'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className="button-quiet"
          onClick={() => {
            saveFile(`${name}.${kind}`, types[kind], make[kind]());
          }}
        >
          <Icon name="take" />
          {t(`views.file.${kind}`)}
        </button>
      ))}
    </>
  );
}

/** What the latest change before the day brought, so that a moving table is also read. */
function LastChange({
  shown,
  ticks,
  on,
}: {
  readonly shown: Shown;
  readonly ticks: readonly Day[];
  readonly on: Day;
}) {
  const words = useWords();
  const { t, day, place } = words;
  const last = useMemo(() => lastChangeOf(shown, ticks, on), [shown, ticks, on]);
  if (last === null) return <p className="last-change label">{t('views.gaps.lastChangeNone')}</p>;
  const named = last.changes.slice(0, NAMED);
  return (
    <p className="last-change">
      <strong>{t('views.gaps.lastChange', { day: day(last.day) })}</strong>
      {named.map(({ row, cell }) => (
        <span key={row.goods + cell.jurisdiction} className={`state-word state-${cell.status}`}>
          <StateMark status={cell.status} size={11} />
          <span>
            {t('views.gaps.changed', {
              name: nameOf(row, words),
              place: place(cell.jurisdiction),
              status: t(`status.${cell.status}`),
            })}
          </span>
        </span>
      ))}
      {last.changes.length > NAMED ? (
        <span className="faint">{t('views.gaps.more', { count: last.changes.length - NAMED })}</span>
      ) : null}
    </p>
  );
}

function Legend() {
  const { t } = useWords();
  return (
    <ul className="matrix-legend">
      {(['controlled', 'review', 'not-controlled', 'unknown', 'outside'] as const).map((status) => (
        <li key={status} className={`state-${status}`}>
          <StateMark status={status} size={12} /> {t(`status.${status}`)}
        </li>
      ))}
      <li>
        <code>2020-05</code> {t('views.gaps.legendSince')}
      </li>
      <li>
        <code>≤</code> {t('views.gaps.legendAtLatest')}
      </li>
      <li>
        <code>?</code> {t('views.gaps.legendUnverified')}
      </li>
      <li>
        <span className="matrix-days-key">{t('views.gaps.days', { days: 839 })}</span>{' '}
        {t('views.gaps.legendGap')}
      </li>
      <li>
        <code>»</code> {t('views.gaps.legendAnnounced')}
      </li>
    </ul>
  );
}
