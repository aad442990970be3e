import type { ClassTimeline } from '@custody/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DataTable, type TableColumn } from '../../design/DataTable.tsx';
import { FilterField } from '../../design/FilterField.tsx';
import { Waiting } from '../../design/Waiting.tsx';
import { useEngine } from '../../engine/use-engine.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { keepDay } from '../../shell/keep-day.ts';
import { PageHead } from '../../shell/PageHead.tsx';
import type { ClassesAddress } from '../addresses.ts';
import { LawNav } from '../LawNav.tsx';
import { Nothing } from '../LawPage.tsx';
import '../law.css';

/** Classes: every rule that reaches what no list names, and since when. */
export function ClassesPage() {
  const words = useWords();
  const { t, count } = words;
  const address = useSearch({ from: '/law/classes' });
  const navigate = useNavigate();
  const classes = useEngine('classes', null);
  const columns = useMemo(() => columnsFor(words), [words]);
  const set = (change: { readonly [Key in keyof ClassesAddress]?: string | undefined }): void => {
    void navigate({
      to: '/law/classes',
      search: (before) => ({ ...before, ...change }) as ClassesAddress,
      replace: true,
      resetScroll: false,
    });
  };
  const places = new Set((classes.data ?? []).flatMap(({ jurisdictions }) => jurisdictions)).size;
  return (
    <>
      <PageHead
        above={<LawNav />}
        title={t('views.classes.title')}
        state={
          classes.data === undefined
            ? undefined
            : t('views.classes.state', { count: classes.data.length, places: count(places) })
        }
      >
        <p className="coverage-means">{t('views.classes.purpose')}</p>
      </PageHead>
      {classes.data === undefined ? (
        <Waiting lines={10} />
      ) : (
        <>
          <div className="filters">
            <FilterField
              label={t('views.classes.filter')}
              text={address.filter ?? ''}
              onText={(filter) => {
                set({ filter: filter === '' ? undefined : filter });
              }}
            />
          </div>
          <DataTable
            caption={t('views.classes.title')}
            columns={columns}
            rows={classes.data}
            rowKey={keyOf}
            filter={address.filter ?? ''}
            sort={address.sort}
            onSort={(sort) => {
              set({ sort });
            }}
            fileName="classes"
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
    </>
  );
}

const keyOf = ({ rule }: ClassTimeline): string => rule.id;

/** How membership is decided here: by a compiled definition, by a core that sends to a person, or not by structure. */
export function decidedBy({ rule }: ClassTimeline): 'definition' | 'scaffold' | 'core' | 'none' {
  if (rule.definition !== undefined) return 'definition';
  if (rule.kind === 'part-generic') return 'scaffold';
  return rule.core.length > 0 ? 'core' : 'none';
}

function columnsFor(words: Words): readonly TableColumn<ClassTimeline>[] {
  const { t, place, day, list, count } = words;
  const last = ({ spans }: ClassTimeline) => spans.at(-1);
  return [
    {
      id: 'title',
      header: t('views.classes.column.title'),
      value: ({ rule }) => rule.title,
      cell: ({ rule }) => (
        <Link
          to="/law/classes/$rule"
          params={{ rule: rule.id }}
          search={keepDay}
          className="instrument-link"
          lang="en"
        >
          {rule.title}
        </Link>
      ),
      track: 'minmax(0, 3fr)',
      hide: 'never',
    },
    {
      id: 'place',
      header: t('views.classes.column.place'),
      value: ({ jurisdictions }) => list(jurisdictions.map(place)),
      track: 'minmax(0, 1.1fr)',
    },
    {
      id: 'kind',
      header: t('views.classes.column.kind'),
      value: ({ rule }) => t(`views.classes.kind.${rule.kind}`),
      track: 'minmax(0, 1fr)',
    },
    {
      id: 'since',
      header: t('views.classes.column.since'),
      value: (one) => last(one)?.from ?? null,
      cell: (one) => {
        const span = last(one);
        if (span?.from == null) return '';
        return span.certain ? day(span.from) : t('law.startAtLatest', { day: day(span.from) });
      },
      track: 'minmax(0, 1.2fr)',
    },
    {
      id: 'permanence',
      header: t('views.classes.column.permanence'),
      value: (one) => {
        const part = last(one)?.parts.at(-1);
        return part === undefined ? '' : t(`check.permanence.${part.permanence}`);
      },
      track: 'minmax(0, 0.9fr)',
    },
    {
      id: 'acts',
      header: t('views.classes.column.acts'),
      value: ({ acts }) => acts.length,
      cell: ({ acts }) => count(acts.length),
      track: 'minmax(0, 0.6fr)',
      end: true,
    },
    {
      id: 'decided',
      header: t('views.classes.column.decided'),
      value: (one) => t(`views.classes.decided.${decidedBy(one)}`),
      track: 'minmax(0, 1.2fr)',
    },
  ];
}
