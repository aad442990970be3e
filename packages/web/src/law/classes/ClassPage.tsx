import { addDays, type ClassAct, type ClassSpan, type TimelineRow } from '@custody/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { startWords, endWords } from '../../check/control-words.ts';
import { TimelineChart } from '../../check/TimelineChart.tsx';
import { changesOf, lanesOf, spanOf } from '../../check/timeline-lanes.ts';
import { CitationInFull, CitationShort } from '../../design/CitationLink.tsx';
import { Confidence, DayDoubt } from '../../design/Confidence.tsx';
import { DataTable, type TableColumn } from '../../design/DataTable.tsx';
import { Failing } from '../../design/Failing.tsx';
import { Icon } from '../../design/Icon.tsx';
import { saveFile } from '../../design/save-file.ts';
import { svgFile } from '../../design/svg-file.ts';
import { Waiting } from '../../design/Waiting.tsx';
import type { ClassView } from '../../engine/messages.ts';
import { useEngine } from '../../engine/use-engine.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { AsOfNotices, StrangeDay } from '../../shell/AsOfNotices.tsx';
import { PageHead } from '../../shell/PageHead.tsx';
import { keepDay } from '../../shell/keep-day.ts';
import { shortDigest } from '../../shell/short-digest.ts';
import { today } from '../../shell/today.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import { nameOf } from '../goods-names.ts';
import { LawNav } from '../LawNav.tsx';
import { DefinitionView } from './DefinitionView.tsx';
import { Examples } from './Examples.tsx';
import '../../check/timeline.css';
import '../law.css';
import './classes.css';

/** One class: its words, its chain of acts, what every member keeps, its clauses and doubts, examples drawn. */
export function ClassPage() {
  const { t } = useWords();
  const { rule } = useParams({ from: '/law/classes/$rule' });
  const asOf = useAsOf();
  const facts = useEngine('facts', null);
  const view = useEngine('class', rule);
  if (asOf.strange !== null) return <StrangeDay text={asOf.strange} />;
  if (view.isError) {
    return (
      <Failing title={t('check.failedTitle')} text={t('failing.engineText')} problem={view.error.problem} />
    );
  }
  if (view.data === undefined) return <Waiting lines={10} />;
  if (view.data === null) {
    return (
      <>
        <Back />
        <Failing
          title={t('views.classes.missingTitle')}
          text={t('views.classes.missingText', { digest: shortDigest(facts.data?.digest ?? ''), id: rule })}
        />
      </>
    );
  }
  return <TheClass view={view.data} />;
}

function Back() {
  const { t } = useWords();
  return (
    <Link to="/law/classes" search={keepDay} className="back">
      <Icon name="left" size={12} />
      {t('views.classes.back')}
    </Link>
  );
}

function TheClass({ view }: { readonly view: ClassView }) {
  const words = useWords();
  const { t, list, place } = words;
  const asOf = useAsOf();
  const { timeline, members } = view;
  const { rule, spans, clauses } = timeline;
  return (
    <article className="class-page">
      <PageHead
        above={
          <>
            <LawNav />
            <p className="label asked">
              <Back />
              <span>
                {list(timeline.jurisdictions.map(place))} · {t(`views.classes.kind.${rule.kind}`)}
              </span>
            </p>
          </>
        }
        title={rule.title}
        state={
          spans.length === 0
            ? t('views.classes.never')
            : spans.map((span) => spanWords(span, words)).join(' ')
        }
      />
      <AsOfNotices asOf={asOf} />
      <Section id="class-words" title={t('views.classes.words')}>
        {rule.words.map(({ lang, text }) => (
          <blockquote key={lang + text} lang={lang} className="class-words">
            {text}
          </blockquote>
        ))}
        <CitationInFull citation={rule.citation} />
      </Section>
      <Acts view={view} />
      {clauses.length === 0 ? null : (
        <Section id="class-clauses" title={t('views.classes.clauses')}>
          <ul className="class-list">
            {clauses.map(({ zone, clause, from }) => (
              <li key={zone + clause + from} lang="en">
                {t('views.classes.clauseFrom', { clause, day: words.day(from) })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="class-definition" title={t('views.classes.definition')}>
        {rule.definition === undefined ? (
          <p className="soft">{t('views.classes.noDefinition')}</p>
        ) : (
          <DefinitionView definition={rule.definition} />
        )}
        {rule.definition === undefined ? null : (
          <p>
            <Link to="/law/draft" search={(address) => ({ ...keepDay(address), rule: rule.id })}>
              {t('views.classes.draftFrom')}
            </Link>
          </p>
        )}
      </Section>
      {rule.doubts.length === 0 ? null : (
        <Section id="class-doubts" title={t('views.classes.doubts')}>
          <ul className="class-list" lang="en">
            {rule.doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </Section>
      )}
      <Examples view={view} />
      {rule.definition === undefined ? null : (
        <Section id="class-members" title={t('views.classes.members')}>
          <p className="soft">
            {t(members.length === 0 ? 'views.classes.membersNone' : 'views.classes.membersMeans')}
          </p>
          <ul className="class-members">
            {members.map((member) => (
              <li key={member.goods}>
                <Link to="/check" search={(address) => ({ ...keepDay(address), q: member.name })}>
                  {nameOf(member, words)}
                </Link>
                {member.verdict === 'review' ? (
                  <span className="label"> ({t('views.classes.exampleSays.review')})</span>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </article>
  );
}

export function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: React.ReactNode;
}) {
  return (
    <section className="class-section" aria-labelledby={id}>
      <h2 id={id} className="section-head">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** `United States: unbroken since 6 February 2018, temporary until 16 July 2025, permanent from 16 July 2025.` */
function spanWords(span: ClassSpan, { t, day, place }: Words): string {
  const { from, to, certain, parts } = span;
  const since =
    from === null
      ? t('check.sinceUnknown')
      : to !== null
        ? t('views.classes.ended', { from: day(from), to: day(addDays(to, -1)) })
        : t(certain ? 'views.classes.unbroken' : 'views.classes.unbrokenAtLatest', { day: day(from) });
  const turned =
    parts.length < 2
      ? []
      : parts.flatMap((part) =>
          part.permanence === 'temporary'
            ? part.to === null
              ? []
              : [t('views.classes.temporaryUntil', { day: day(addDays(part.to, -1)) })]
            : part.from === null
              ? []
              : [t('views.classes.permanentFrom', { day: day(part.from) })],
        );
  return t('views.classes.stateClass', {
    place: place(span.jurisdiction),
    since: [since, ...turned].join(t('desk.comma')),
  });
}

/** The chain of acts as bars under a day, and as a table. */
function Acts({ view }: { readonly view: ClassView }) {
  const words = useWords();
  const { t } = words;
  const { on } = useAsOf();
  const navigate = useNavigate();
  const chart = useRef<SVGSVGElement>(null);
  const { timeline } = view;
  const rows = useMemo(() => timeline.acts.map(rowOf), [timeline]);
  const lanes = useMemo(() => lanesOf(rows), [rows]);
  const changes = useMemo(() => changesOf(rows), [rows]);
  const span = useMemo(() => spanOf(rows, on, today(), false), [rows, on]);
  const columns = useMemo(() => columnsFor(words), [words]);
  if (rows.length === 0) return null;
  const title = `${timeline.rule.title}: ${t('views.classes.acts')}`;
  return (
    <Section id="class-acts" title={t('views.classes.acts')}>
      <p className="timeline-subtitle">{t('views.classes.actsMeans')}</p>
      <TimelineChart
        ref={chart}
        lanes={lanes}
        changes={changes}
        span={span}
        on={on}
        onDay={(to) => {
          void navigate({
            to: '.',
            search: (address) => ({ ...address, on: to }),
            replace: true,
            resetScroll: false,
          });
        }}
      />
      <div className="class-acts">
        <DataTable
          caption={t('views.classes.acts')}
          columns={columns}
          rows={timeline.acts}
          rowKey={keyOf}
          fileName={timeline.rule.id}
          tools={
            <button
              type="button"
              className="button-quiet"
              onClick={() => {
                if (chart.current === null) return;
                const source = timeline.acts.map(({ citation }) => citation.title).join('; ');
                saveFile(`${timeline.rule.id}.svg`, 'image/svg+xml', svgFile(chart.current, title, source));
              }}
            >
              <Icon name="take" />
              {t('views.file.svg')}
            </button>
          }
        />
      </div>
    </Section>
  );
}

const keyOf = ({ control }: ClassAct): string => control;

/** An act as a bar of the timeline has it. */
function rowOf(act: ClassAct): TimelineRow {
  return {
    control: act.control,
    jurisdiction: act.jurisdiction,
    list: act.list,
    entry: act.entry,
    instrument: act.instrument,
    instrumentTitle: act.instrumentTitle,
    basis: 'class',
    stage: act.stage,
    permanence: act.permanence,
    start: act.start,
    end: act.end,
    publishedOn: act.published,
    destinations: [],
    proof: null,
    doubt: null,
    excluded: null,
    citation: act.citation,
  };
}

function columnsFor(words: Words): readonly TableColumn<ClassAct>[] {
  const { t, place, day } = words;
  return [
    {
      id: 'act',
      header: t('views.classes.source'),
      value: ({ citation }) => citation.title,
      cell: ({ citation }) => <span lang="en">{citation.title}</span>,
      track: 'minmax(0, 2.4fr)',
      hide: 'never',
    },
    {
      id: 'place',
      header: t('views.classes.column.place'),
      value: ({ jurisdiction }) => place(jurisdiction),
      track: 'minmax(0, 1fr)',
    },
    {
      id: 'since',
      header: t('views.classes.column.since'),
      value: ({ start }) => start.latest ?? start.earliest,
      cell: ({ start }) => (
        <>
          {startWords(start, words)} <DayDoubt sure={start.verified} />
        </>
      ),
      track: 'minmax(0, 1.2fr)',
    },
    {
      id: 'until',
      header: t('views.classes.column.until'),
      value: ({ end }) => end,
      cell: ({ end, endVerified }) =>
        end === null ? (
          t('timeline.openEnd')
        ) : (
          <>
            {endWords(end, words)} <DayDoubt sure={endVerified} />
          </>
        ),
      track: 'minmax(0, 1.2fr)',
    },
    {
      id: 'permanence',
      header: t('views.classes.column.permanence'),
      value: ({ permanence }) => t(`check.permanence.${permanence}`),
      track: 'minmax(0, 0.8fr)',
    },
    {
      id: 'published',
      header: t('proof.published'),
      value: ({ published }) => published,
      cell: ({ published }) => (published === null ? '' : day(published)),
      track: 'minmax(0, 1.1fr)',
      hide: 'first',
    },
    {
      id: 'source',
      header: t('law.column.source'),
      value: ({ citation }) => citation.url ?? citation.title,
      cell: ({ citation }) => (
        <>
          <CitationShort citation={citation} /> <Confidence of={citation.confidence} />
        </>
      ),
      track: 'minmax(0, 1.3fr)',
    },
  ];
}
