import { useState } from 'react';
import { announce } from '../design/announce.ts';
import { Icon } from '../design/Icon.tsx';
import { Popover } from '../design/Popover.tsx';
import { saveFile } from '../design/save-file.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Comparison, SaveFormat } from './messages.ts';
import { EVERY_ROW, type RowFilter } from './row-filter.ts';
import type { ShownRun } from './run.ts';
import { useRows } from './use-rows.ts';
import { askReading } from './workers.ts';

const FORMATS = ['csv', 'xlsx', 'ndjson', 'json'] as const satisfies readonly SaveFormat[];

/** Saves the result: all lines, or those that the filters show. The file is made here. */
export function SaveButton({ run, filter }: { readonly run: ShownRun; readonly filter: RowFilter }) {
  const { t } = useWords();
  const name = `${run.file.name.replace(/\.[a-z0-9]{1,6}(\.gz)?$/i, '')}-${run.question.on}`;
  return (
    <Popover
      className="button-quiet"
      name={t('screen.save')}
      label={t('screen.saveTitle')}
      button={
        <>
          <Icon name="take" />
          {t('screen.save')}
        </>
      }
    >
      {(shut) => <SaveForm run={run} filter={filter} name={name} shut={shut} />}
    </Popover>
  );
}

function SaveForm({
  run,
  filter,
  name,
  shut,
}: {
  readonly run: ShownRun;
  readonly filter: RowFilter;
  readonly name: string;
  readonly shut: () => void;
}) {
  const { t, count } = useWords();
  const shown = useRows(run.id, filter, run.progress.rows).total;
  const [which, setWhich] = useState<'all' | 'shown'>('all');
  const isNarrowed = shown !== null && shown !== run.progress.rows;
  return (
    <div className="save">
      {isNarrowed ? (
        <fieldset className="choices">
          <legend>{t('screen.saveWhich')}</legend>
          <label>
            <input
              type="radio"
              name="which"
              checked={which === 'all'}
              onChange={() => {
                setWhich('all');
              }}
            />
            {t('screen.saveAll', { count: run.progress.rows, rows: count(run.progress.rows) })}
          </label>
          <label>
            <input
              type="radio"
              name="which"
              checked={which === 'shown'}
              onChange={() => {
                setWhich('shown');
              }}
            />
            {t('screen.saveShown', { rows: count(shown) })}
          </label>
        </fieldset>
      ) : null}
      <SaveFormats
        name={name}
        make={(format) =>
          askReading('save', { format, filter: which === 'shown' && isNarrowed ? filter : EVERY_ROW })
        }
        shut={shut}
      />
    </div>
  );
}

function SaveFormats({
  name,
  make,
  shut,
}: {
  readonly name: string;
  readonly make: (format: SaveFormat) => Promise<Blob>;
  readonly shut: () => void;
}) {
  const { t } = useWords();
  const [busy, setBusy] = useState<SaveFormat | null>(null);
  const save = async (format: SaveFormat): Promise<void> => {
    setBusy(format);
    try {
      const made = await make(format);
      saveFile(`${name}.${format}`, made.type, made);
      shut();
    } catch {
      announce(t('screen.saveFailed'));
    } finally {
      setBusy(null);
    }
  };
  return (
    <ul className="save-formats">
      {FORMATS.map((format, at) => (
        <li key={format}>
          <button
            type="button"
            className="button-quiet"
            data-save={format}
            {...(at === 0 ? { 'data-first': true } : {})}
            disabled={busy !== null}
            onClick={() => void save(format)}
          >
            {busy === format ? t('screen.saving') : t(`screen.saveAs.${format}`)}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Saves what has changed against an earlier result. */
export function SaveDifferences({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useWords();
  const { differences, name } = comparison;
  return (
    <Popover
      className="button-quiet"
      name={t('screen.save')}
      label={t('screen.saveTitle')}
      button={
        <>
          <Icon name="take" />
          {t('screen.save')}
        </>
      }
    >
      {(shut) => (
        <SaveFormats
          name={`differences-${name.replace(/\.[a-z0-9]{1,6}$/i, '')}`}
          make={(format) => askReading('saveDifferences', { format, differences })}
          shut={shut}
        />
      )}
    </Popover>
  );
}
