import type { Control } from '@custody/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { CitationInFull, CitationShort } from '../design/CitationLink.tsx';
import { Confidence, DayDoubt } from '../design/Confidence.tsx';
import { DataTable, type TableColumn } from '../design/DataTable.tsx';
import { Failing } from '../design/Failing.tsx';
import { FilterField } from '../design/FilterField.tsx';
import { Icon } from '../design/Icon.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { endWords, entryLanguage, startWords } from '../check/control-words.ts';
import type { EntryLine, InstrumentPage as Page } from '../engine/messages.ts';
import { useEngine } from '../engine/use-engine.ts';
import { useWords, type Words } from '../i18n/use-words.ts';
import type { InstrumentAddress } from '../shell/address.ts';
import { AsOfNotices, StrangeDay } from '../shell/AsOfNotices.tsx';
import { PageHead } from '../shell/PageHead.tsx';
import { keepDay } from '../shell/keep-day.ts';
import { shortDigest } from '../shell/short-digest.ts';
import { useAsOf } from '../shell/use-as-of.ts';
import { Nothing, originalLanguage } from './LawPage.tsx';
import './law.css';

/** One instrument, opened to its entries. */
export function InstrumentPage() {
  const { t } = useWords();
  const { instrument: id } = useParams({ from: '/law/$instrument' });
  const asOf = useAsOf();
  const { on, known } = asOf;
  const facts = useEngine('facts', null);
  const page = useEngine('instrument', { id, on, known }, { keep: true, enabled: asOf.strange === null });
  if (asOf.strange !== null) return <StrangeDay text={asOf.strange} />;
  if (page.data === undefined) return <Waiting lines={9} />;
  if (page.data === null) {
    return (
      <>
        <Back />
        <Failing
          title={t('law.missingTitle')}
          text={t('law.missingText', { digest: shortDigest(facts.data?.digest ?? ''), id })}
        />
      </>
    );
  }
  return (
    <>
      <AsOfNotices asOf={asOf} />
      <Instrument page={page.data} />
    </>
  );
}

function Instrument({ page }: { readonly page: Page }) {
  const words = useWords();
  const { t, day, place, language } = words;
  const { on } = useAsOf();
  const address = useSearch({ from: '/law/$instrument' });
  const navigate = useNavigate();
  const columns = useMemo(() => columnsFor(words), [words]);
  const { instrument, entries } = page;
  const rows = useMemo(
    () => entries.filter((entry) => address.inForce === undefined || entry.inForce),
    [entries, address.inForce],
  );
  const set = (change: Partial<Record<keyof InstrumentAddress, string | undefined>>): void => {
    void navigate({
      to: '/law/$instrument',
      params: { instrument: instrument.id },
      search: (before) => ({ ...before, ...change }) as InstrumentAddress,
      replace: true,
      resetScroll: false,
    });
  };
  const original = instrument.titleOriginal;
  return (
    <article>
      <PageHead
        above={
          <p className="label asked">
            <Back />
            <span>
              {place(instrument.jurisdiction)} · {t(`law.instrumentKind.${instrument.kind}`)}
            </span>
          </p>
        }
        title={
          original !== null && originalLanguage(original).startsWith(language) ? original : instrument.title
        }
        state={t('law.instrumentState', {
          count: entries.length,
          inForce: entries.filter((entry) => entry.inForce).length,
          day: day(on),
        })}
      >
        {original === null ? null : (
          <p className="soft" lang={originalLanguage(original)}>
            {originalLanguage(original).startsWith(language) ? (
              <span lang="en">{instrument.title}</span>
            ) : (
              original
            )}
          </p>
        )}
        <div className="instrument-source">
          <CitationInFull citation={instrument.citation} />
          {instrument.notes.map((note) => (
            <p key={note} className="small soft" lang="en">
              {note}
            </p>
          ))}
        </div>
      </PageHead>
      <section aria-labelledby="entries">
        <h2 id="entries" className="section-head">
          {t('law.entries')}
        </h2>
        <div className="filters">
          <FilterField
            label={t('law.filterEntries')}
            text={address.filter ?? ''}
            onText={(filter) => {
              set({ filter: filter === '' ? undefined : filter });
            }}
          />
          <label className="filter-choice">
            <input
              type="checkbox"
              checked={address.inForce === '1'}
              onChange={(event) => {
                set({ inForce: event.target.checked ? '1' : undefined });
              }}
            />
            {t('law.inForceOnly')}
          </label>
        </div>
        <DataTable
          caption={t('law.entries')}
          columns={columns}
          rows={rows}
          rowKey={rowKey}
          filter={address.filter ?? ''}
          sort={address.sort}
          onSort={(sort) => {
            set({ sort });
          }}
          fileName={`${instrument.id}-${on}`}
          empty={
            <Nothing
              filter={address.filter ?? ''}
              onClear={() => {
                set({ filter: undefined, inForce: undefined });
              }}
            />
          }
        />
      </section>
    </article>
  );
}

function Back() {
  const { t } = useWords();
  return (
    <Link to="/law" search={keepDay} className="back">
      <Icon name="left" size={12} />
      {t('law.back')}
    </Link>
  );
}

const rowKey = (line: EntryLine): string => line.control.id;

function columnsFor(words: Words): readonly TableColumn<EntryLine>[] {
  const { t } = words;
  const of = (pick: (control: Control) => string | null) => (line: EntryLine) => pick(line.control);
  return [
    {
      id: 'goods',
      header: t('law.column.goods'),
      value: (line) => line.target,
      cell: (line) => <Target line={line} />,
      track: 'minmax(0, 2.4fr)',
      hide: 'never',
    },
    {
      id: 'list',
      header: t('law.column.list'),
      value: of((control) => control.list),
      cell: ({ control }) => <span lang={entryLanguage(control)}>{control.list}</span>,
      track: 'minmax(0, 1fr)',
    },
    {
      id: 'entry',
      header: t('law.column.entry'),
      value: of((control) => control.entry),
      cell: ({ control }) => <span lang={entryLanguage(control)}>{control.entry}</span>,
      track: 'minmax(0, 1.3fr)',
    },
    {
      id: 'from',
      header: t('law.column.from'),
      value: of((control) => control.start.latest ?? control.start.earliest),
      cell: ({ control }) => (
        <>
          {startWords(control.start, words)} <DayDoubt sure={control.start.confidence === 'verified'} />
        </>
      ),
      track: 'minmax(0, 1.2fr)',
    },
    {
      id: 'to',
      header: t('law.column.to'),
      value: of((control) => control.end),
      cell: ({ control }) =>
        control.end === null ? null : (
          <>
            {endWords(control.end, words)} <DayDoubt sure={control.endConfidence === 'verified'} />
          </>
        ),
      track: 'minmax(0, 1fr)',
    },
    {
      id: 'stage',
      header: t('law.column.stage'),
      value: of((control) => t(`proof.stage.${control.stage}`)),
      track: 'minmax(0, 0.8fr)',
    },
    {
      id: 'permanence',
      header: t('law.column.permanence'),
      value: of((control) => t(`check.permanence.${control.permanence}`)),
      track: 'minmax(0, 0.8fr)',
      hide: 'first',
    },
    {
      id: 'confidence',
      header: t('law.column.confidence'),
      value: of((control) =>
        t(control.citation.confidence === 'verified' ? 'proof.verified' : 'proof.unverified'),
      ),
      cell: ({ control }) => <Confidence of={control.citation.confidence} />,
      track: 'minmax(0, 0.9fr)',
    },
    {
      id: 'source',
      header: t('law.column.source'),
      value: of((control) => control.citation.url ?? control.citation.title),
      cell: ({ control }) => <CitationShort citation={control.citation} />,
      track: 'minmax(0, 1.5fr)',
    },
  ];
}

function Target({ line }: { readonly line: EntryLine }) {
  const { t, day } = useWords();
  const { on } = useAsOf();
  const { ask, target, targetKind } = line;
  if (ask !== null) {
    return (
      <Link
        to="/check"
        search={(address) => ({ ...keepDay(address), on, q: ask })}
        title={t('law.checkOn', { name: target, day: day(on) })}
        lang="en"
      >
        {target}
      </Link>
    );
  }
  return (
    <span>
      <span lang="en">{targetKind === 'rule' ? t('law.reachedByRule', { name: target }) : target}</span>
      {targetKind === 'open' ? <span className="instrument-original">{t('law.openTarget')}</span> : null}
    </span>
  );
}
