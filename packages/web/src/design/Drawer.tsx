import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { Icon } from './Icon.tsx';
import './button.css';
import './drawer.css';

interface DrawerProps {
  readonly title: ReactNode;
  /** Buttons beside the close button. */
  readonly tools?: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly onKeyDown?: (event: React.KeyboardEvent) => void;
  /** `side`: opens on the right; `middle`: a small sheet. */
  readonly place?: 'side' | 'middle';
}

/**
 * The one drawer of the desk. A native dialog: what is behind it is out of reach while it is open, Esc closes it, and
 * the focus goes back to where it came from.
 */
export function Drawer({ title, tools, foot, children, onClose, onKeyDown, place = 'side' }: DrawerProps) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const opening = useRef<HTMLHeadingElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    if (!element.open) element.showModal();
    opening.current?.focus({ preventScroll: true });
    return () => {
      element.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`drawer drawer-${place}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      onKeyDown={onKeyDown}
    >
      <div className="drawer-sheet">
        <header className="drawer-head">
          <h2 id={heading} ref={opening} tabIndex={-1}>
            {title}
          </h2>
          <div className="drawer-tools">
            {tools}
            <button
              type="button"
              className="button-icon"
              aria-label={t('desk.close')}
              title={t('desk.close')}
              onClick={onClose}
            >
              <Icon name="close" />
            </button>
          </div>
        </header>
        <div className="drawer-body" tabIndex={0}>
          {children}
        </div>
        {foot === undefined ? null : <footer className="drawer-foot">{foot}</footer>}
      </div>
    </dialog>
  );
}
