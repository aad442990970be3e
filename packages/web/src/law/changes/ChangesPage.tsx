import {
  addMonths as monthsFrom,
  CHANGE_KINDS,
  isDay,
  JURISDICTIONS,
  type ChangeKind,
  type Day,
  type LawChange,
} from '@custody/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Confidence } from '../../design/Confidence.tsx';
import { DataTable, type TableColumn } from '../../design/DataTable.tsx';
import { Failing } from '../../design/Failing.tsx';
import { FilterField } from '../../design/FilterField.tsx';
import { Icon } from '../../design/Icon.tsx';
import { saveFile } from '../../design/save-file.ts';
import { Waiting } from '../../design/Waiting.tsx';
import { useEngine } from '../../engine/use-engine.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { dayFrom } from '../../shell/address.ts';
import { StrangeDay } from '../../shell/AsOfNotices.tsx';
import { PageHead } from '../../shell/PageHead.tsx';
import { shortDigest } from '../../shell/short-digest.ts';
import { useAsOf } from '../../shell/use-as-of.ts';
import type { ChangesAddress } from '../addresses.ts';
import { familyWords, nameOf } from '../goods-names.ts';
import { LawNav } from '../LawNav.tsx';
import { ChangeDrawer } from './ChangeDrawer.tsx';
import { ChangeMark } from './ChangeMark.tsx';
import '../law.css';
import './changes.css';

/** A start that is known only as a latest day is the day of a reading, and would drown the rest. */
const FIRST_KINDS: readonly ChangeKind[] = CHANGE_KINDS.filter((kind) => kind !== 'uncertain');
const FIRST_SPAN_MONTHS = 12;

/** Changes: what became controlled, ended, changed its list, was announced or proposed between two days. */
export function ChangesPage() {
  const words = useWords();
  const { t, day } = words;
  const address = useSearch({ from: '/law/changes' });
  const asOf = useAsOf();
  const set = useChangesAddress();
  const to = dayIn(address.upTo) ?? asOf.on;
  const from = dayIn(address.after) ?? monthsFrom(to, -FIRST_SPAN_MONTHS);
  const facts = useEngine('facts', null);
  const changes = useEngine(
    'changes',
    { from, to },
    { keep: true, enabled: from <= to && asOf.strange === null },
  );
  const kinds = useMemo(() => kindsOf(address.kinds), [address.kinds]);
  const placed = useMemo(
    () =>
      (changes.data ?? []).filter(
        (change) =>
          (address.where === undefined || change.jurisdiction === address.where) &&
          (address.family === undefined || change.family === address.family),
      ),
    [changes.data, address.where, address.family],
  );
  const shown = useMemo(() => placed.filter(({ kind }) => kinds.includes(kind)), [placed, kinds]);
  const columns = useMemo(() => columnsFor(words), [words]);
  if (asOf.strange !== null) return <StrangeDay text={asOf.strange} />;
  const opened = shown.find((change) => keyOf(change) === address.change);
  const source =
    facts.data === undefined
      ? ''
      : t('views.changes.source', { day: day(facts.data.readOn), digest: shortDigest(facts.data.digest) });
  return (
    <article className="changes">
      <PageHead
        above={<LawNav />}
        title={t('views.changes.title')}
        state={t('views.changes.state', { count: shown.length, from: day(from), to: day(to) })}
      />
      <SpanForm key={`${from} ${to}`} from={from} to={to} />
      {changes.isError ? (
        <Failing
          title={t('check.failedTitle')}
          text={t('failing.engineText')}
          problem={changes.error.problem}
          again={() => void changes.refetch()}
        />
      ) : changes.data === undefined ? (
        <Waiting lines={10} />
      ) : (
        <>
          <Filters changes={changes.data} />
          <KindChips changes={placed} kinds={kinds} />
          <DataTable
            caption={t('views.changes.title')}
            columns={columns}
            rows={shown}
            rowKey={keyOf}
            filter={address.filter ?? ''}
            sort={address.sort}
            onSort={(sort) => {
              set({ sort });
            }}
            fileName={`changes-${from}-${to}`}
            tools={
              <button
                type="button"
                className="button-quiet"
                onClick={() => {
                  const body = { law: facts.data?.digest, from, to, changes: shown };
                  saveFile(
                    `changes-${from}-${to}.json`,
                    'application/json',
                    `${JSON.stringify(body, null, 2)}\n`,
                  );
                }}
              >
                <Icon name="take" />
                {t('views.file.json')}
              </button>
            }
            empty={<p className="nothing">{t('views.changes.empty')}</p>}
          />
          <ByPlace changes={placed} />
        </>
      )}
      <p className="source-line">{source}</p>
      {opened === undefined ? null : (
        <ChangeDrawer
          change={opened}
          digest={facts.data?.digest ?? ''}
          onClose={() => {
            set({ change: undefined });
          }}
        />
      )}
    </article>
  );
}

/** Which change of the table, for the address: day, jurisdiction, kind and target. */
function keyOf({ day, jurisdiction, kind, target }: LawChange): string {
  return [day, jurisdiction, kind, target].join(' ');
}

function dayIn(text: string | undefined): Day | null {
  return text !== undefined && isDay(text) ? text : null;
}

function kindsOf(text: string | undefined): readonly ChangeKind[] {
  if (text === undefined) return FIRST_KINDS;
  const parts = text.split(',');
  return CHANGE_KINDS.filter((kind) => parts.includes(kind));
}

type Change = { readonly [Key in keyof ChangesAddress]?: string | undefined };

function useChangesAddress(): (change: Change) => void {
  const navigate = useNavigate();
  return (change) => {
    void navigate({
      to: '/law/changes',
      search: (before) => ({ ...before, ...change }) as ChangesAddress,
      replace: true,
      resetScroll: false,
    });
  };
}

/** The two days, typed as everywhere; what is no day is said and nothing is asked. */
function SpanForm({ from, to }: { readonly from: Day; readonly to: Day }) {
  const { t } = useWords();
  const set = useChangesAddress();
  const [texts, setTexts] = useState<{ readonly after: string; readonly upTo: string }>({
    after: from,
    upTo: to,
  });
  const [wrong, setWrong] = useState<string | null>(null);
  const show = (): void => {
    const [after, upTo] = [dayFrom(texts.after), dayFrom(texts.upTo)];
    if (after === null || upTo === null) {
      setWrong(t('views.changes.invalid', { text: after === null ? texts.after : texts.upTo }));
    } else if (after > upTo) setWrong(t('views.changes.order'));
    else {
      setWrong(null);
      set({ after, upTo, change: undefined });
    }
  };
  return (
    <form
      className="span-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      {(['after', 'upTo'] as const).map((name) => (
        <label key={name}>
          {t(name === 'after' ? 'views.changes.from' : 'views.changes.to')}
          <input
            className="input mono"
            type="text"
            autoComplete="off"
            placeholder="2022-09-01"
            value={texts[name]}
            aria-invalid={wrong !== null}
            onChange={(event) => {
              setTexts({ ...texts, [name]: event.target.value });
            }}
          />
        </label>
      ))}
      <button type="submit" className="button">
        {t('views.changes.show')}
      </button>
      <p className="day-wrong" role="alert">
        {wrong ?? ''}
      </p>
    </form>
  );
}

function Filters({ changes }: { readonly changes: readonly LawChange[] }) {
  const words = useWords();
  const { t, place } = words;
  const address = useSearch({ from: '/law/changes' });
  const set = useChangesAddress();
  const places = JURISDICTIONS.filter((one) => changes.some(({ jurisdiction }) => jurisdiction === one));
  const families = [...new Set(changes.flatMap(({ family }) => family ?? []))].sort();
  return (
    <div className="filters">
      <FilterField
        label={t('views.changes.filter')}
        text={address.filter ?? ''}
        onText={(filter) => {
          set({ filter: filter === '' ? undefined : filter });
        }}
      />
      <select
        className="select select-boxed"
        aria-label={t('views.changes.column.place')}
        value={address.where ?? ''}
        onChange={(event) => {
          set({ where: event.target.value === '' ? undefined : event.target.value });
        }}
      >
        <option value="">{t('views.changes.allPlaces')}</option>
        {places.map((one) => (
          <option key={one} value={one}>
            {place(one)}
          </option>
        ))}
      </select>
      <select
        className="select select-boxed"
        aria-label={t('views.changes.family')}
        value={address.family ?? ''}
        onChange={(event) => {
          set({ family: event.target.value === '' ? undefined : event.target.value });
        }}
      >
        <option value="">{t('views.changes.allFamilies')}</option>
        {families.map((family) => (
          <option key={family} value={family}>
            {familyWords(family, words)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The kinds of change with their counts, to be switched on and off. */
function KindChips({
  changes,
  kinds,
}: {
  readonly changes: readonly LawChange[];
  readonly kinds: readonly ChangeKind[];
}) {
  const { t, count } = useWords();
  const set = useChangesAddress();
  return (
    <div className="kind-chips" role="group" aria-label={t('views.changes.kinds')}>
      {CHANGE_KINDS.map((kind) => {
        const on = kinds.includes(kind);
        return (
          <button
            key={kind}
            type="button"
            className="button-quiet kind-chip"
            aria-pressed={on}
            title={t(`views.changes.kindMeans.${kind}`)}
            onClick={() => {
              const next = CHANGE_KINDS.filter((one) => (one === kind ? !on : kinds.includes(one)));
              set({ kinds: next.join(',') === FIRST_KINDS.join(',') ? undefined : next.join(',') || 'none' });
            }}
          >
            <ChangeMark kind={kind} /> {t(`views.changes.kind.${kind}`)}{' '}
            <span className="kind-count">{count(changes.filter((one) => one.kind === kind).length)}</span>
          </button>
        );
      })}
    </div>
  );
}

/** How many changes of each kind each jurisdiction made. */
function ByPlace({ changes }: { readonly changes: readonly LawChange[] }) {
  const { t, place, count } = useWords();
  const places = JURISDICTIONS.filter((one) => changes.some(({ jurisdiction }) => jurisdiction === one));
  if (places.length < 2) return null;
  return (
    <section className="by-place" aria-labelledby="by-place">
      <h2 id="by-place" className="section-head">
        {t('views.changes.byPlace')}
      </h2>
      <div className="by-place-room" tabIndex={0} role="group" aria-labelledby="by-place">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('views.changes.column.place')}</th>
              {CHANGE_KINDS.map((kind) => (
                <th key={kind} scope="col">
                  {t(`views.changes.kind.${kind}`)}
                </th>
              ))}
              <th scope="col">{t('views.changes.column.total')}</th>
            </tr>
          </thead>
          <tbody>
            {places.map((one) => {
              const own = changes.filter(({ jurisdiction }) => jurisdiction === one);
              return (
                <tr key={one}>
                  <th scope="row">{place(one)}</th>
                  {CHANGE_KINDS.map((kind) => {
                    const some = own.filter((change) => change.kind === kind).length;
                    return <td key={kind}>{some === 0 ? '' : count(some)}</td>;
                  })}
                  <td>{count(own.length)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function columnsFor(words: Words): readonly TableColumn<LawChange>[] {
  const { t, place, day } = words;
  return [
    {
      id: 'day',
      header: t('views.changes.column.day'),
      value: (change) => change.day,
      cell: (change) => day(change.day),
      track: 'minmax(0, 1.1fr)',
    },
    {
      id: 'place',
      header: t('views.changes.column.place'),
      value: ({ jurisdiction }) => place(jurisdiction),
      track: 'minmax(0, 1fr)',
    },
    {
      id: 'kind',
      header: t('views.changes.column.kind'),
      value: ({ kind }) => t(`views.changes.kind.${kind}`),
      cell: ({ kind }) => (
        <span className="change-kind">
          <ChangeMark kind={kind} /> {t(`views.changes.kind.${kind}`)}
        </span>
      ),
      track: 'minmax(0, 1.3fr)',
    },
    {
      id: 'goods',
      header: t('views.changes.column.goods'),
      value: (change) => titleOf(change, words),
      cell: (change) => (
        <Link
          to="/law/changes"
          search={(address) => ({ ...address, change: keyOf(change) })}
          replace
          resetScroll={false}
          className="instrument-link"
          aria-label={t('views.changes.open', { name: titleOf(change, words) })}
        >
          {titleOf(change, words)}
        </Link>
      ),
      track: 'minmax(0, 2fr)',
      hide: 'never',
    },
    {
      id: 'family',
      header: t('views.changes.column.family'),
      value: ({ family }) => familyWords(family, words),
      track: 'minmax(0, 1fr)',
      hide: 'first',
    },
    {
      id: 'lists',
      header: t('views.changes.column.lists'),
      value: (change) => listsOf(change, words),
      track: 'minmax(0, 2fr)',
    },
    {
      id: 'status',
      header: t('views.changes.column.status'),
      value: ({ before, after }) => statusWords(before, after, words),
      track: 'minmax(0, 1.5fr)',
      hide: 'first',
    },
    {
      id: 'confidence',
      header: t('views.changes.column.confidence'),
      value: ({ confidence }) => confidence,
      cell: ({ confidence }) => <Confidence of={confidence} />,
      track: 'minmax(0, 0.8fr)',
    },
  ];
}

export function titleOf(change: LawChange, words: Words): string {
  const name = nameOf(change, words);
  return change.targetKind === 'rule' ? words.t('views.changes.classOf', { name }) : name;
}

/** The list that begins; where one takes the place of another, both. */
function listsOf({ started, ended }: LawChange, { t }: Words): string {
  const lists = (entries: LawChange['started']): string =>
    [
      ...new Set(
        entries.map(({ list, permanence }) =>
          permanence === 'temporary' ? `${list} (${t('check.permanence.temporary')})` : list,
        ),
      ),
    ].join(', ');
  return [lists(ended), lists(started)].filter((part) => part !== '').join(' → ');
}

export function statusWords(before: LawChange['before'], after: LawChange['after'], { t }: Words): string {
  if (before === null || after === null) return '';
  return t('views.changes.from_to', { before: t(`status.${before}`), after: t(`status.${after}`) });
}
