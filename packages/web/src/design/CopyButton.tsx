import { useState } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { announce } from './announce.ts';
import { copyText } from './copy-text.ts';
import { Icon, type IconName } from './Icon.tsx';
import './button.css';

const COPIED_SHOWN_MS = 1600;

interface CopyButtonProps {
  readonly text: string | (() => string);
  /** What is copied, for the reader who does not see it: `CAS 23056-29-3`. */
  readonly what: string;
  /** Words beside the icon; without them the button is the icon alone. */
  readonly words?: string;
  readonly icon?: IconName;
}

/** Copies a text and says so, to the eye and to the screen reader. */
export function CopyButton({ text, what, words, icon = 'copy' }: CopyButtonProps) {
  const { t } = useWords();
  const [done, setDone] = useState(false);
  const copy = async (): Promise<void> => {
    const copied = await copyText(typeof text === 'string' ? text : text());
    announce(t(copied ? 'copy.copied' : 'copy.failed'));
    if (!copied) return;
    setDone(true);
    setTimeout(() => {
      setDone(false);
    }, COPIED_SHOWN_MS);
  };
  return (
    <button
      type="button"
      className={words === undefined ? 'button-icon' : 'button-quiet'}
      title={words === undefined ? t('copy.copyWhat', { what }) : undefined}
      aria-label={words === undefined ? t('copy.copyWhat', { what }) : undefined}
      data-done={done}
      onClick={() => void copy()}
    >
      <Icon name={done ? 'tick' : icon} />
      {words === undefined ? null : <span>{done ? t('copy.copied') : words}</span>}
    </button>
  );
}
