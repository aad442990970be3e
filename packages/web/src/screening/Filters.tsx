import { BASES, JURISDICTIONS } from '@custody/core';
import { useSearch } from '@tanstack/react-router';
import { FilterField } from '../design/FilterField.tsx';
import { useWords } from '../i18n/use-words.ts';
import { toggled } from './filter-of.ts';
import type { Progress } from './messages.ts';
import { useScreenAddress } from './use-screen-address.ts';

interface FiltersProps {
  readonly progress: Progress;
  /** Whether the lines with problems are shown: then they are told apart by problem too. */
  readonly problems: boolean;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Jurisdiction, basis and text, as chips and a field; what no line has is not offered. */
export function Filters({ progress, problems, text, onText }: FiltersProps) {
  const { t, place } = useWords();
  const address = useSearch({ from: '/screen' });
  const change = useScreenAddress();
  const isFiltered = [address.verdict, address.places, address.basis, address.text].some(
    (one) => one !== undefined,
  );
  return (
    <div className="filters">
      <FilterField label={t('screen.filterText')} text={text} onText={onText} />
      {problems ? <ProblemChoice progress={progress} /> : null}
      <Chips
        name={t('screen.filterPlace')}
        chips={JURISDICTIONS.flatMap((one) => {
          const count = progress.places[one];
          return count === undefined ? [] : [{ key: one, name: one, title: place(one), count }];
        })}
        chosen={address.places}
        onToggle={(key) => {
          change(({ places: before, ...rest }) => {
            const after = toggled(before, key);
            return after === undefined ? rest : { ...rest, places: after };
          });
        }}
      />
      <Chips
        name={t('screen.filterBasis')}
        chips={BASES.flatMap((one) => {
          const count = progress.bases[one];
          return count === undefined ? [] : [{ key: one, name: t(`check.basis.${one}`), count }];
        })}
        chosen={address.basis}
        onToggle={(key) => {
          change(({ basis: before, ...rest }) => {
            const after = toggled(before, key);
            return after === undefined ? rest : { ...rest, basis: after };
          });
        }}
      />
      {isFiltered ? (
        <button
          type="button"
          className="button-quiet filters-clear"
          onClick={() => {
            onText('');
            change(({ verdict: _v, places: _p, basis: _b, text: _t, ...rest }) => rest);
          }}
        >
          {t('screen.clearFilters')}
        </button>
      ) : null}
    </div>
  );
}

interface Chip {
  readonly key: string;
  readonly name: string;
  readonly title?: string;
  readonly count: number;
}

function Chips({
  name,
  chips,
  chosen,
  onToggle,
}: {
  readonly name: string;
  readonly chips: readonly Chip[];
  readonly chosen: string | undefined;
  readonly onToggle: (key: string) => void;
}) {
  const { count } = useWords();
  if (chips.length === 0) return null;
  const on = chosen?.split(',') ?? [];
  return (
    <div className="chips" role="group" aria-label={name}>
      <span className="chips-name">{name}</span>
      {chips.map((chip) => (
        <button
          key={chip.key}
          type="button"
          className="chip"
          title={chip.title}
          data-chip={chip.key}
          aria-pressed={on.includes(chip.key)}
          onClick={() => {
            onToggle(chip.key);
          }}
        >
          {chip.name} <span className="chip-count">{count(chip.count)}</span>
        </button>
      ))}
    </div>
  );
}

function ProblemChoice({ progress }: { readonly progress: Progress }) {
  const { t, count } = useWords();
  const address = useSearch({ from: '/screen' });
  const change = useScreenAddress();
  const codes = Object.entries(progress.problems).sort(([, a], [, b]) => b - a);
  if (codes.length === 0) return null;
  return (
    <select
      className="select select-boxed"
      aria-label={t('screen.filterProblem')}
      value={address.problem ?? ''}
      onChange={(event) => {
        const code = event.target.value;
        change(({ problem: _, ...rest }) => (code === '' ? rest : { ...rest, problem: code }));
      }}
    >
      <option value="">{t('screen.allProblems')}</option>
      {codes.map(([code, rows]) => (
        <option key={code} value={code}>
          {code} ({count(rows)})
        </option>
      ))}
    </select>
  );
}
