import { JURISDICTIONS, type BacklogLine, type Jurisdiction } from '@custody/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DataTable, type TableColumn } from '../../design/DataTable.tsx';
import { Failing } from '../../design/Failing.tsx';
import { FilterField } from '../../design/FilterField.tsx';
import { StateWord } from '../../design/StateMark.tsx';
import { Waiting } from '../../design/Waiting.tsx';
import { useEngine } from '../../engine/use-engine.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { jurisdictionsOf } from '../../shell/address.ts';
import { AsOfNotices, StrangeDay } from '../../shell/AsOfNotices.tsx';
import { keepDay } from '../../shell/keep-day.ts';
import { PageHead } from '../../shell/PageHead.tsx';
import { useAsOf } from '../../shell/use-as-of.ts';
import type { BacklogAddress } from '../addresses.ts';
import { AuthoritysView } from '../AuthoritysView.tsx';
import { familyWords, nameOf } from '../goods-names.ts';
import { LawNav } from '../LawNav.tsx';
import { PlacesMenu } from '../PlacesMenu.tsx';
import '../law.css';

/** The control backlog: what the United Nations or a partner controls and one jurisdiction does not. */
export function BacklogPage() {
  const { t } = useWords();
  const { as } = useSearch({ from: '/law/backlog' });
  const asOf = useAsOf();
  if (asOf.strange !== null) return <StrangeDay text={asOf.strange} />;
  return (
    <>
      {as === 'authority' ? null : <PageHead above={<LawNav />} title={t('views.backlog.title')} />}
      {as === 'authority' ? <Backlog /> : <AuthoritysView>{null}</AuthoritysView>}
    </>
  );
}

type Change = { readonly [Key in keyof BacklogAddress]?: string | undefined };

function Backlog() {
  const words = useWords();
  const { t, day, place } = words;
  const address = useSearch({ from: '/law/backlog' });
  const navigate = useNavigate();
  const asOf = useAsOf();
  const { on, known } = asOf;
  const home: Jurisdiction = address.home ?? 'CN';
  const partners = useMemo(() => partnersOf(address.partners, home), [address.partners, home]);
  const lines = useEngine(
    'backlog',
    { home, on, known, partners, open: address.unknown === '1' },
    { keep: true },
  );
  const columns = useMemo(() => columnsFor(words), [words]);
  const set = (change: Change): void => {
    void navigate({
      to: '/law/backlog',
      search: (before) => ({ ...before, ...change }) as BacklogAddress,
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <article>
      <PageHead
        above={<LawNav />}
        title={t('views.backlog.title')}
        state={
          lines.data === undefined
            ? undefined
            : t('views.backlog.state', { count: lines.data.length, day: day(on), place: place(home) })
        }
      >
        <p className="coverage-means">{t('views.backlog.means')}</p>
      </PageHead>
      <AuthoritysView>{null}</AuthoritysView>
      <AsOfNotices asOf={asOf} />
      <div className="filters">
        <label className="filter-choice">
          {t('views.backlog.home')}
          <select
            className="select select-boxed"
            value={home}
            onChange={(event) => {
              set({ home: event.target.value, partners: undefined });
            }}
          >
            {JURISDICTIONS.filter((one) => one !== 'UN').map((one) => (
              <option key={one} value={one}>
                {place(one)}
              </option>
            ))}
          </select>
        </label>
        <Partners
          home={home}
          chosen={partners}
          onChange={(next) => {
            set({ partners: next.length === 0 ? 'none' : next.join(',') });
          }}
        />
        <FilterField
          label={t('views.backlog.filter')}
          text={address.filter ?? ''}
          onText={(filter) => {
            set({ filter: filter === '' ? undefined : filter });
          }}
        />
        <label className="filter-choice">
          <input
            type="checkbox"
            checked={address.unknown === '1'}
            onChange={(event) => {
              set({ unknown: event.target.checked ? '1' : undefined });
            }}
          />
          {t('views.backlog.open')}
        </label>
      </div>
      {lines.isError ? (
        <Failing
          title={t('check.failedTitle')}
          text={t('failing.engineText')}
          problem={lines.error.problem}
        />
      ) : lines.data === undefined ? (
        <Waiting lines={10} />
      ) : (
        <DataTable
          caption={t('views.backlog.title')}
          columns={columns}
          rows={lines.data}
          rowKey={keyOf}
          filter={address.filter ?? ''}
          sort={address.sort}
          onSort={(sort) => {
            set({ sort });
          }}
          fileName={`backlog-${home}-${on}`}
          empty={<p className="nothing">{t('views.backlog.empty')}</p>}
        />
      )}
    </article>
  );
}

const keyOf = ({ goods }: BacklogLine): string => goods;
const FIRST_PARTNERS: readonly Jurisdiction[] = ['US', 'CN', 'EU'];

function partnersOf(text: string | undefined, home: Jurisdiction): readonly Jurisdiction[] {
  const chosen = text === undefined ? FIRST_PARTNERS : (jurisdictionsOf(text).chosen ?? []);
  return chosen.filter((one) => one !== home && one !== 'UN');
}

function Partners({
  home,
  chosen,
  onChange,
}: {
  readonly home: Jurisdiction;
  readonly chosen: readonly Jurisdiction[];
  readonly onChange: (next: readonly Jurisdiction[]) => void;
}) {
  const { t } = useWords();
  return (
    <PlacesMenu
      icon="place"
      name={`${t('views.backlog.partners')}: ${chosen.join(', ')}`}
      label={t('views.backlog.partners')}
      all={JURISDICTIONS.filter((one) => one !== home && one !== 'UN')}
      chosen={chosen}
      onChange={onChange}
    />
  );
}

function columnsFor(words: Words): readonly TableColumn<BacklogLine>[] {
  const { t, place, day, count } = words;
  return [
    {
      id: 'goods',
      header: t('views.backlog.column.goods'),
      value: (line) => nameOf(line, words),
      cell: (line) => (
        <Link
          to="/check"
          search={(address) => ({ ...keepDay(address), q: line.name })}
          className="instrument-link"
        >
          {nameOf(line, words)}
        </Link>
      ),
      track: 'minmax(0, 2fr)',
      hide: 'never',
    },
    {
      id: 'family',
      header: t('views.backlog.column.family'),
      value: ({ family }) => familyWords(family, words),
      track: 'minmax(0, 1fr)',
      hide: 'first',
    },
    {
      id: 'kind',
      header: t('views.backlog.column.kind'),
      value: ({ treaty }) => t(treaty ? 'views.backlog.treaty' : 'views.backlog.partner'),
      track: 'minmax(0, 0.7fr)',
    },
    {
      id: 'by',
      header: t('views.backlog.column.by'),
      value: ({ elsewhere }) =>
        elsewhere
          .map(({ jurisdiction, since, certain }) =>
            since === null
              ? place(jurisdiction)
              : `${place(jurisdiction)} (${t(certain ? 'check.since' : 'check.sinceAtLatest', { day: day(since) })})`,
          )
          .join('; '),
      track: 'minmax(0, 3fr)',
    },
    {
      id: 'days',
      header: t('views.backlog.column.days'),
      value: ({ days }) => days,
      cell: ({ days }) => (days === null ? '' : count(days)),
      track: 'minmax(0, 0.6fr)',
      end: true,
    },
    {
      id: 'status',
      header: t('views.backlog.column.status'),
      value: ({ status }) => t(`status.${status}`),
      cell: ({ status, announced }) => (
        <>
          <StateWord status={status} size={12} />
          {announced?.latest == null ? null : (
            <span className="label"> {t('views.backlog.announcedFrom', { day: day(announced.latest) })}</span>
          )}
        </>
      ),
      track: 'minmax(0, 1.5fr)',
    },
  ];
}
