import { useState } from 'react';
import { Drawer } from '../design/Drawer.tsx';
import { Icon } from '../design/Icon.tsx';
import { useWords } from '../i18n/use-words.ts';
import { ColumnsForm, namesGoods, ROLES } from './ColumnsForm.tsx';
import type { ScreeningQuestion } from './messages.ts';
import { formatWords } from './OpenedView.tsx';
import { screen, type ShownRun } from './run.ts';
import { sizeWords } from './size-words.ts';

/** What the file is and which of its columns were read; changing them screens it anew. */
export function FileLine({
  run,
  question,
}: {
  readonly run: ShownRun;
  readonly question: ScreeningQuestion;
}) {
  const words = useWords();
  const { t } = words;
  const { file, roles } = run;
  const [changing, setChanging] = useState(false);
  return (
    <div className="file-line">
      <span>{[formatWords(file), sizeWords(file.bytes, words)].join(' · ')}</span>
      <ul>
        {ROLES.flatMap((role) => {
          const column = roles[role];
          return column === null
            ? []
            : [
                <li key={role}>
                  <span className="faint">{t(`screen.role.${role}`)}: </span>
                  {column}
                </li>,
              ];
        })}
      </ul>
      <button
        type="button"
        className="button-quiet"
        onClick={() => {
          setChanging(true);
        }}
      >
        <Icon name="columns" />
        {t('screen.changeColumns')}
      </button>
      {changing ? (
        <Changed
          run={run}
          question={question}
          shut={() => {
            setChanging(false);
          }}
        />
      ) : null}
    </div>
  );
}

function Changed({
  run,
  question,
  shut,
}: {
  readonly run: ShownRun;
  readonly question: ScreeningQuestion;
  readonly shut: () => void;
}) {
  const { t } = useWords();
  const [roles, setRoles] = useState(run.roles);
  return (
    <Drawer
      title={t('screen.columns')}
      onClose={shut}
      foot={
        <button
          type="button"
          className="button"
          disabled={!namesGoods(roles)}
          onClick={() => {
            shut();
            void screen(roles, question);
          }}
        >
          {t('screen.again')}
        </button>
      }
    >
      <ColumnsForm file={run.file} roles={roles} onRoles={setRoles} bare />
    </Drawer>
  );
}
