import { useId, useRef, useState } from 'react';
import { Icon } from '../design/Icon.tsx';
import { useWords } from '../i18n/use-words.ts';
import { openFile } from './run.ts';
import { SAMPLE_LIST } from './sample-list.ts';

/** Where a list comes in: dropped, chosen, pasted, or the sample. */
export function DropZone({ onText }: { readonly onText: (text: string) => void }) {
  const { t } = useWords();
  const [pasting, setPasting] = useState(false);
  return (
    <div className="drop-zone">
      <Icon name="take" size={28} />
      <p className="drop-words">{t('screen.drop')}</p>
      <p className="drop-stays">{t('screen.stays')}</p>
      <div className="button-row">
        <FileButton
          primary
          name={t('screen.choose')}
          onFile={(file) => {
            void openFile(file, file.name);
          }}
        />
        <button
          type="button"
          className="button-quiet"
          aria-expanded={pasting}
          onClick={() => {
            setPasting(!pasting);
          }}
        >
          {t('screen.paste')}
        </button>
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            void openFile(new Blob([SAMPLE_LIST], { type: 'text/csv' }), t('screen.sampleName'));
          }}
        >
          {t('screen.sample')}
        </button>
      </div>
      {pasting ? <PasteForm onText={onText} /> : null}
      <p className="label">{t('screen.formats')}</p>
    </div>
  );
}

/** A button that opens the file chooser of the browser. */
export function FileButton({
  name,
  onFile,
  primary = false,
  disabled = false,
}: {
  readonly name: string;
  readonly onFile: (file: File) => void;
  readonly primary?: boolean;
  readonly disabled?: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={primary ? 'button' : 'button-quiet'}
        disabled={disabled}
        onClick={() => {
          input.current?.click();
        }}
      >
        {name}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        data-file={name}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // Emptied, so that the same file can be chosen again after it was changed.
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}

function PasteForm({ onText }: { readonly onText: (text: string) => void }) {
  const { t } = useWords();
  const id = useId();
  const [text, setText] = useState('');
  return (
    <form
      className="paste"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onText(text);
      }}
    >
      <label htmlFor={id}>{t('screen.pasteLabel')}</label>
      <textarea
        id={id}
        className="input paste-text"
        rows={8}
        value={text}
        spellCheck={false}
        autoComplete="off"
        autoFocus
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <button type="submit" className="button" disabled={text.trim() === ''}>
        {t('screen.pasteOpen')}
      </button>
    </form>
  );
}
