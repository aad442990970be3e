import { JURISDICTIONS, type Jurisdiction } from '@custody/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { CitationShort } from '../design/CitationLink.tsx';
import { Confidence } from '../design/Confidence.tsx';
import { DataTable, type TableColumn } from '../design/DataTable.tsx';
import { FilterField } from '../design/FilterField.tsx';
import { Waiting } from '../design/Waiting.tsx';
import type { InstrumentLine } from '../engine/messages.ts';
import { useEngine } from '../engine/use-engine.ts';
import { useWords, type Words } from '../i18n/use-words.ts';
import type { LawAddress } from '../shell/address.ts';
import { AsOfNotices, StrangeDay } from '../shell/AsOfNotices.tsx';
import { PageHead } from '../shell/PageHead.tsx';
import { keepDay } from '../shell/keep-day.ts';
import { useAsOf } from '../shell/use-as-of.ts';
import { CoverageDrawer } from './CoverageDrawer.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import { LawNav } from './LawNav.tsx';
import './law.css';

/** Law: which instruments are compiled here, how completely, and the way into each of them. */
export function LawPage() {
  const words = useWords();
  const { t, count, day, place } = words;
  const address = useSearch({ from: '/law' });
  const navigate = useNavigate();
  const asOf = useAsOf();
  const { on, known } = asOf;
  const facts = useEngine('facts', null);
  const lines = useEngine('instruments', { on, known }, { keep: true, enabled: asOf.strange === null });
  const columns = useMemo(() => columnsFor(words), [words]);
  const shown = useMemo(
    () =>
      [...(lines.data ?? [])]
        .filter((line) => address.place === undefined || line.instrument.jurisdiction === address.place)
        .sort(byPlaceAndWeight),
    [lines.data, address.place],
  );
  const set = (change: Partial<Record<keyof LawAddress, string | undefined>>): void => {
    void navigate({
      to: '/law',
      search: (before) => ({ ...before, ...change }) as LawAddress,
      replace: true,
      resetScroll: false,
    });
  };
  if (asOf.strange !== null) return <StrangeDay text={asOf.strange} />;
  const { data } = facts;
  return (
    <>
      <PageHead
        above={<LawNav />}
        title={t('law.title')}
        state={
          data === undefined
            ? undefined
            : t('law.state', {
                instruments: count(data.instruments),
                places: count(data.jurisdictions.length),
                entries: count(data.entries),
                day: day(data.readOn),
              })
        }
      />
      <AsOfNotices asOf={asOf} />
      {data === undefined ? <Waiting lines={9} /> : <CoverageTable coverage={data.coverage} />}
      <section className="instruments" aria-labelledby="instruments">
        <h2 id="instruments" className="section-head">
          {t('law.instruments')}
        </h2>
        {lines.data === undefined ? (
          <Waiting lines={9} />
        ) : (
          <>
            <div className="filters">
              <FilterField
                label={t('law.filterInstruments')}
                text={address.filter ?? ''}
                onText={(filter) => {
                  set({ filter: filter === '' ? undefined : filter });
                }}
              />
              <select
                className="select select-boxed"
                aria-label={t('law.column.jurisdiction')}
                value={address.place ?? ''}
                onChange={(event) => {
                  set({ place: event.target.value === '' ? undefined : event.target.value });
                }}
              >
                <option value="">{t('law.allPlaces')}</option>
                {placesOf(lines.data).map((jurisdiction) => (
                  <option key={jurisdiction} value={jurisdiction}>
                    {place(jurisdiction)}
                  </option>
                ))}
              </select>
            </div>
            <DataTable
              caption={t('law.instruments')}
              columns={columns}
              rows={shown}
              rowKey={rowKey}
              filter={address.filter ?? ''}
              sort={address.sort}
              onSort={(sort) => {
                set({ sort });
              }}
              fileName={`instruments-${on}`}
              empty={
                <Nothing
                  filter={address.filter ?? ''}
                  onClear={() => {
                    set({ filter: undefined });
                  }}
                />
              }
            />
          </>
        )}
      </section>
      {address.open === undefined || data === undefined ? null : (
        <CoverageDrawer
          jurisdiction={address.open}
          rows={data.coverage.filter((row) => row.jurisdiction === address.open)}
          digest={data.digest}
          onClose={() => {
            set({ open: undefined });
          }}
        />
      )}
    </>
  );
}

/** A filter that leaves nothing says so, and how to get back. */
export function Nothing({ filter, onClear }: { readonly filter: string; readonly onClear: () => void }) {
  const { t } = useWords();
  return (
    <div className="nothing">
      <p>{t('law.empty', { filter })}</p>
      <button type="button" className="button-quiet" onClick={onClear}>
        {t('law.clearFilter')}
      </button>
    </div>
  );
}

const rowKey = (line: InstrumentLine): string => line.instrument.id;

/** Jurisdictions in the order of the house, and in each the instrument with most law in it first. */
function byPlaceAndWeight(a: InstrumentLine, b: InstrumentLine): number {
  const place = (line: InstrumentLine): number => JURISDICTIONS.indexOf(line.instrument.jurisdiction);
  return place(a) - place(b) || b.inForce - a.inForce || b.entries - a.entries;
}

function placesOf(lines: readonly InstrumentLine[]): readonly Jurisdiction[] {
  const found = new Set(lines.map((line) => line.instrument.jurisdiction));
  return JURISDICTIONS.filter((jurisdiction) => found.has(jurisdiction));
}

function columnsFor(words: Words): readonly TableColumn<InstrumentLine>[] {
  const { t, place, count, day } = words;
  return [
    {
      id: 'instrument',
      header: t('law.column.instrument'),
      value: ({ instrument }) => instrument.title,
      cell: ({ instrument }) => (
        <>
          <Link
            to="/law/$instrument"
            params={{ instrument: instrument.id }}
            search={keepDay}
            className="instrument-link"
            lang="en"
          >
            {instrument.title}
          </Link>
          {instrument.titleOriginal === null ? null : (
            <span className="instrument-original" lang={originalLanguage(instrument.titleOriginal)}>
              {instrument.titleOriginal}
            </span>
          )}
        </>
      ),
      track: 'minmax(0, 3fr)',
      hide: 'never',
    },
    {
      id: 'jurisdiction',
      header: t('law.column.jurisdiction'),
      value: ({ instrument }) => place(instrument.jurisdiction),
      track: 'minmax(0, 1.1fr)',
    },
    {
      id: 'kind',
      header: t('law.column.kind'),
      value: ({ instrument }) => t(`law.instrumentKind.${instrument.kind}`),
      track: 'minmax(0, 0.9fr)',
    },
    {
      id: 'inForce',
      header: t('law.column.inForce'),
      value: (line) => line.inForce,
      cell: (line) => count(line.inForce),
      track: 'minmax(0, 0.9fr)',
      end: true,
    },
    {
      id: 'entries',
      header: t('law.column.entries'),
      value: (line) => line.entries,
      cell: (line) => count(line.entries),
      track: 'minmax(0, 0.6fr)',
      end: true,
    },
    {
      id: 'verified',
      header: t('law.column.verified'),
      value: (line) => line.entries - line.unverified,
      cell: (line) => count(line.entries - line.unverified),
      track: 'minmax(0, 0.7fr)',
      end: true,
    },
    {
      id: 'published',
      header: t('law.column.published'),
      value: ({ instrument }) => instrument.citation.published,
      cell: ({ instrument }) =>
        instrument.citation.published === null ? '' : day(instrument.citation.published),
      track: 'minmax(0, 1.1fr)',
      hide: 'first',
    },
    {
      id: 'source',
      header: t('law.column.source'),
      value: ({ instrument }) => instrument.citation.url ?? instrument.citation.title,
      cell: ({ instrument }) => (
        <>
          <CitationShort citation={instrument.citation} /> <Confidence of={instrument.citation.confidence} />
        </>
      ),
      track: 'minmax(0, 1.3fr)',
    },
  ];
}

export function originalLanguage(title: string): string {
  if (/\p{Script=Han}/u.test(title))
    return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title) ? 'ja' : 'zh-Hans';
  return /[áéíóúñ¿¡]/i.test(title) ? 'es' : 'de';
}
