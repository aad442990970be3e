import type { ColumnRoles } from '@custody/core';
import { useState } from 'react';
import { Notice } from '../design/Notice.tsx';
import { useWords } from '../i18n/use-words.ts';
import { PageHead } from '../shell/PageHead.tsx';
import { ColumnsForm, namesGoods } from './ColumnsForm.tsx';
import { FileProblems } from './FileProblems.tsx';
import type { OpenedFile, ScreeningQuestion } from './messages.ts';
import { close, screen } from './run.ts';
import { ScreenNarrowing } from './ScreenNarrowing.tsx';
import { sizeWords } from './size-words.ts';

interface OpenedViewProps {
  readonly file: OpenedFile;
  readonly question: ScreeningQuestion;
}

/** The file is open and nothing has been screened yet: what its columns were taken to hold. */
export function OpenedView({ file, question }: OpenedViewProps) {
  const words = useWords();
  const { t } = words;
  const [roles, setRoles] = useState<ColumnRoles>(file.roles);
  const usable = namesGoods(roles);
  return (
    <>
      <PageHead
        title={t('screen.openedTitle', { name: file.name })}
        state={t('screen.openedState', {
          columns: t('screen.columnCount', { count: file.columns.length }),
          format: formatWords(file),
          size: sizeWords(file.bytes, words),
        })}
      />
      <FileProblems problems={file.problems} />
      {usable ? null : (
        <div className="page-notices">
          <Notice>
            <p>{t('screen.noColumns')}</p>
          </Notice>
        </div>
      )}
      <ColumnsForm file={file} roles={roles} onRoles={setRoles} />
      <ScreenNarrowing />
      <div className="button-row opened-steps">
        <button
          type="button"
          className="button"
          autoFocus
          disabled={!usable}
          onClick={() => {
            void screen(roles, question);
          }}
        >
          {t('screen.start')}
        </button>
        <button type="button" className="button-quiet" onClick={close}>
          {t('screen.other')}
        </button>
      </div>
    </>
  );
}

/** `Excel, sheet Stock`, `CSV, GB18030, gzip`. */
export function formatWords({ format, encoding, compressed, sheet }: OpenedFile): string {
  return [format === 'xlsx' ? 'Excel' : format.toUpperCase(), sheet, encoding, compressed ? 'gzip' : null]
    .filter((part) => part !== null)
    .join(' · ');
}
