import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { Icon } from '../design/Icon.tsx';
import { useWords } from '../i18n/use-words.ts';
import { linesOf } from './address.ts';
import { keepDay } from './keep-day.ts';
import { useAsOf } from './use-as-of.ts';
import './field.css';

/**
 * One field for anything: name, number, code, structure; several lines for several questions. Enter asks, Shift and
 * Enter make a new line. `large` is the field in the middle of the quiet page.
 */
export function GlobalField({ large = false }: { readonly large?: boolean }) {
  const { t } = useWords();
  const { q = '' } = useSearch({ strict: false });
  const { on } = useAsOf();
  const navigate = useNavigate();
  const id = useId();
  const [text, setText] = useState(q);
  const lines = linesOf(text);
  const submit = (): void => {
    if (lines.length === 0) return;
    void navigate({
      to: '/check',
      // The day, the language and the jurisdictions stay; the transaction and the open proof were of the last goods.
      search: (address) => ({
        ...keepDay(address),
        ...('in' in address ? { in: address.in } : {}),
        on: address.on ?? on,
        q: lines.join('\n'),
      }),
    });
  };
  return (
    <form
      className={large ? 'field field-large' : 'field'}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id} className="unseen">
        {t('field.label')}
      </label>
      <span className="field-icon">
        <Icon name="search" size={large ? 18 : 16} />
      </span>
      <textarea
        id={id}
        data-field
        rows={1}
        wrap="off"
        value={text}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        placeholder={t('field.placeholder')}
        {...(large ? { 'aria-describedby': `${id}-hint` } : {})}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          // A person choosing Chinese characters presses Enter too; that is not a question yet.
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            submit();
          }
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {lines.length > 1 ? (
        <span className="field-count" role="status">
          {t('field.lines', { count: lines.length })}
        </span>
      ) : null}
      {large ? null : (
        <kbd className="field-key" aria-hidden="true">
          /
        </kbd>
      )}
      <button
        type="submit"
        className={large ? 'button' : 'field-go'}
        aria-label={large ? undefined : t('field.ask')}
      >
        {large ? t('field.ask') : <Icon name="right" />}
      </button>
      {large ? (
        <p className="field-hint" id={`${id}-hint`}>
          {t('field.hint')}
        </p>
      ) : null}
    </form>
  );
}
