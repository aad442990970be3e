import type { ColumnRoles, Role } from '@custody/core';
import { useId } from 'react';
import { useWords } from '../i18n/use-words.ts';
import type { OpenedFile } from './messages.ts';

export const ROLES = [
  'structure',
  'name',
  'cas',
  'hs',
  'description',
  'quantity',
  'concentration',
] as const satisfies readonly Role[];

/** True when some column says what the goods are. */
export function namesGoods(roles: ColumnRoles): boolean {
  const { structure, name, cas, hs, description } = roles;
  return [structure, name, cas, hs, description].some((column) => column !== null);
}

interface ColumnsFormProps {
  readonly file: OpenedFile;
  readonly roles: ColumnRoles;
  readonly onRoles: (roles: ColumnRoles) => void;
  /** Without its title, which stands above it already. */
  readonly bare?: boolean;
}

/** Which column holds what, with the first values of each: found by content, changed by hand. */
export function ColumnsForm({ file, roles, onRoles, bare = false }: ColumnsFormProps) {
  const { t, list } = useWords();
  const id = useId();
  return (
    <section className="columns" aria-labelledby={id}>
      <h2 id={id} className={bare ? 'unseen' : undefined}>
        {t('screen.columns')}
      </h2>
      <p className="soft">{t('screen.columnsHint')}</p>
      <div className="columns-grid">
        {ROLES.map((role) => {
          const column = roles[role];
          const values = column === null ? [] : firstValues(file, column);
          return (
            <div key={role} className="columns-role" data-given={column !== null}>
              <label htmlFor={`${id}-${role}`}>
                {t(`screen.role.${role}`)}
                <span className="columns-hint">{t(`screen.roleHint.${role}`)}</span>
              </label>
              <select
                id={`${id}-${role}`}
                className="select select-boxed"
                data-role={role}
                value={column ?? ''}
                onChange={(event) => {
                  onRoles({ ...roles, [role]: event.target.value === '' ? null : event.target.value });
                }}
              >
                <option value="">{t('screen.noColumn')}</option>
                {file.columns.map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </select>
              <p className="columns-values">{list(values)}</p>
            </div>
          );
        })}
      </div>
    </section>
  );
}

const VALUES_SHOWN = 3;
const VALUE_CHARACTERS = 32;

function firstValues({ sample }: OpenedFile, column: string): readonly string[] {
  const values = sample.map(({ cells }) => (cells[column] ?? '').trim()).filter((value) => value !== '');
  return [...new Set(values)]
    .slice(0, VALUES_SHOWN)
    .map((value) => (value.length > VALUE_CHARACTERS ? `${value.slice(0, VALUE_CHARACTERS - 1)}…` : value));
}
