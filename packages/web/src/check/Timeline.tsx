import type { AnsweredGoods, Day, TimelineRow } from '@custody/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { CitationShort } from '../design/CitationLink.tsx';
import { Confidence, DayDoubt } from '../design/Confidence.tsx';
import { DataTable, type TableColumn } from '../design/DataTable.tsx';
import { Icon } from '../design/Icon.tsx';
import { saveFile } from '../design/save-file.ts';
import { svgFile } from '../design/svg-file.ts';
import { Tabs } from '../design/Tabs.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useEngine } from '../engine/use-engine.ts';
import { useWords, type Words } from '../i18n/use-words.ts';
import { shortDigest } from '../shell/short-digest.ts';
import { today } from '../shell/today.ts';
import { endWords, entryLanguage, startWords } from './control-words.ts';
import { isNamed, nameIn } from './GoodsCard.tsx';
import { TimelineChart } from './TimelineChart.tsx';
import { changesOf, lanesOf, spanOf, SPAN_RECENT_YEAR } from './timeline-lanes.ts';
import './timeline.css';

interface TimelineProps {
  /** What was asked, as the engine reads it. */
  readonly asked: string;
  readonly goods: AnsweredGoods;
  readonly on: Day;
}

/** Every entry about the goods over the years, and the day of the question to move among them. */
export function Timeline({ asked, goods, on }: TimelineProps) {
  const words = useWords();
  const { t, day } = words;
  const { view, span } = useSearch({ from: '/check' });
  const navigate = useNavigate();
  const rows = useEngine('timeline', asked);
  const facts = useEngine('facts', null);
  const chart = useRef<SVGSVGElement>(null);
  const title = isNamed(goods)
    ? t('timeline.title', { name: nameIn(goods, words) })
    : t('timeline.titleStructure');
  const source =
    facts.data === undefined
      ? ''
      : t('timeline.source', { day: day(facts.data.readOn), digest: shortDigest(facts.data.digest) });
  const setDay = (to: Day): void => {
    void navigate({
      to: '/check',
      search: (address) => ({ ...address, on: to }),
      replace: true,
      resetScroll: false,
    });
  };
  const choose = (key: 'view' | 'span', value: 'table' | 'all' | undefined): void => {
    void navigate({
      to: '/check',
      search: ({ [key]: _, ...address }) => ({
        ...address,
        ...(value === undefined ? {} : { [key]: value }),
      }),
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <section className="timeline" aria-labelledby="timeline">
      <h2 id="timeline" className="section-head">
        {title}
      </h2>
      {rows.data === undefined ? (
        <Waiting lines={4} />
      ) : rows.data.length === 0 ? (
        <p className="timeline-none">{t('timeline.none')}</p>
      ) : (
        <>
          <p className="timeline-subtitle">{t('timeline.subtitle')}</p>
          <Tabs
            label={t('timeline.view')}
            tabs={[
              { key: 'chart', name: t('timeline.chart') },
              { key: 'table', name: t('timeline.table') },
            ]}
            chosen={view ?? 'chart'}
            onChoose={(key) => {
              choose('view', key === 'table' ? 'table' : undefined);
            }}
            tools={
              view === 'table' ? null : (
                <>
                  <SpanChoice
                    rows={rows.data}
                    on={on}
                    all={span === 'all'}
                    onChoose={(all) => {
                      choose('span', all ? 'all' : undefined);
                    }}
                  />
                  <button
                    type="button"
                    className="button-quiet"
                    onClick={() => {
                      if (chart.current === null) return;
                      saveFile('timeline.svg', 'image/svg+xml', svgFile(chart.current, title, source));
                    }}
                  >
                    <Icon name="take" />
                    {t('timeline.svg')}
                  </button>
                </>
              )
            }
          >
            {view === 'table' ? (
              <TimelineTable rows={rows.data} title={title} />
            ) : (
              <Chart ref={chart} rows={rows.data} on={on} all={span === 'all'} onDay={setDay} />
            )}
          </Tabs>
          <p className="source-line">{source}</p>
        </>
      )}
    </section>
  );
}

function Chart({
  rows,
  on,
  all,
  onDay,
  ref,
}: {
  readonly rows: readonly TimelineRow[];
  readonly on: Day;
  readonly all: boolean;
  readonly onDay: (day: Day) => void;
  readonly ref: React.RefObject<SVGSVGElement | null>;
}) {
  const lanes = useMemo(() => lanesOf(rows), [rows]);
  const changes = useMemo(() => changesOf(rows), [rows]);
  const span = useMemo(() => spanOf(rows, on, today(), all), [rows, on, all]);
  return <TimelineChart ref={ref} lanes={lanes} changes={changes} span={span} on={on} onDay={onDay} />;
}

function SpanChoice({
  rows,
  on,
  all,
  onChoose,
}: {
  readonly rows: readonly TimelineRow[];
  readonly on: Day;
  readonly all: boolean;
  readonly onChoose: (all: boolean) => void;
}) {
  const { t } = useWords();
  if (!spanOf(rows, on, today(), false).older) return null;
  return (
    <span className="switch" role="group" aria-label={t('timeline.span')}>
      {[false, true].map((choice) => (
        <button
          key={String(choice)}
          type="button"
          className="button-quiet"
          aria-pressed={choice === all}
          onClick={() => {
            onChoose(choice);
          }}
        >
          {choice ? t('timeline.spanAll') : t('timeline.spanRecent', { year: SPAN_RECENT_YEAR })}
        </button>
      ))}
    </span>
  );
}

function TimelineTable({ rows, title }: { readonly rows: readonly TimelineRow[]; readonly title: string }) {
  const words = useWords();
  const columns = useMemo(() => columnsFor(words), [words]);
  return <DataTable caption={title} columns={columns} rows={rows} rowKey={rowKey} fileName="timeline" />;
}

const rowKey = (row: TimelineRow): string => `${row.control} ${row.basis}`;

function columnsFor(words: Words): readonly TableColumn<TimelineRow>[] {
  const { t, place } = words;
  return [
    {
      id: 'jurisdiction',
      header: t('timeline.column.jurisdiction'),
      value: (row) => place(row.jurisdiction),
      track: 'minmax(0, 1fr)',
      hide: 'never',
    },
    {
      id: 'list',
      header: t('timeline.column.list'),
      value: (row) => row.list,
      cell: (row) => <span lang={entryLanguage(row)}>{row.list}</span>,
      track: 'minmax(0, 1.2fr)',
    },
    {
      id: 'entry',
      header: t('timeline.column.entry'),
      value: (row) => row.entry,
      cell: (row) => <span lang={entryLanguage(row)}>{row.entry}</span>,
      track: 'minmax(0, 1.2fr)',
    },
    {
      id: 'instrument',
      header: t('timeline.column.instrument'),
      value: (row) => row.instrumentTitle,
      cell: (row) => <span lang="en">{row.instrumentTitle}</span>,
      track: 'minmax(0, 1.8fr)',
      hide: 'first',
    },
    {
      id: 'basis',
      header: t('timeline.column.basis'),
      value: (row) => t(`check.basis.${row.basis}`),
      track: 'minmax(0, 1fr)',
    },
    {
      id: 'from',
      header: t('timeline.column.from'),
      value: (row) => row.start.latest ?? row.start.earliest,
      cell: (row) => (
        <>
          {startWords(row.start, words)} <DayDoubt sure={row.start.verified} />
        </>
      ),
      track: 'minmax(0, 1.3fr)',
    },
    {
      id: 'to',
      header: t('timeline.column.to'),
      value: (row) => row.end,
      cell: (row) => (row.end === null ? t('timeline.openEnd') : endWords(row.end, words)),
      track: 'minmax(0, 1.2fr)',
    },
    {
      id: 'stage',
      header: t('timeline.column.stage'),
      value: (row) => t(`proof.stage.${row.stage}`),
      track: 'minmax(0, 0.8fr)',
    },
    {
      id: 'permanence',
      header: t('timeline.column.permanence'),
      value: (row) => t(`check.permanence.${row.permanence}`),
      track: 'minmax(0, 0.8fr)',
      hide: 'first',
    },
    {
      id: 'confidence',
      header: t('timeline.column.confidence'),
      value: (row) => row.citation.confidence,
      cell: (row) => <Confidence of={row.citation.confidence} />,
      track: 'minmax(0, 0.9fr)',
    },
    {
      id: 'source',
      header: t('timeline.column.source'),
      value: (row) => row.citation.url ?? row.citation.title,
      cell: (row) => <CitationShort citation={row.citation} />,
      track: 'minmax(0, 1.6fr)',
    },
  ];
}
