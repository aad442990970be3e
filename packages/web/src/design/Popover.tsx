import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import './popover.css';

const GAP_PX = 6;
const EDGE_PX = 8;

interface PopoverProps {
  /** Content and, for the reader who does not see it, name of the button that opens it. */
  readonly button: ReactNode;
  readonly name: string;
  readonly className?: string;
  readonly label: string;
  /** Made anew each time it opens. `close` shuts it and gives the focus back to the button. */
  readonly children: (close: () => void) => ReactNode;
}

/**
 * A small sheet under its button, on the browser's own popover: Esc and a click elsewhere close it. On a phone it
 * stands at the bottom of the screen.
 */
export function Popover({ button, name, className, label, children }: PopoverProps) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const element = sheet.current;
    if (element === null) return undefined;
    const toggled = (event: ToggleEvent): void => {
      setOpen(event.newState === 'open');
    };
    element.addEventListener('beforetoggle', toggled as EventListener);
    return () => {
      element.removeEventListener('beforetoggle', toggled as EventListener);
    };
  }, []);
  useEffect(() => {
    if (!open) return undefined;
    // The content is there, but the browser shows the sheet only after this: its size is known a frame later.
    const frame = requestAnimationFrame(() => {
      if (sheet.current === null || opener.current === null) return;
      place(sheet.current, opener.current);
      sheet.current.querySelector<HTMLElement>('[data-first]')?.focus();
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [open]);
  const close = (): void => {
    sheet.current?.hidePopover();
    opener.current?.focus();
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={className}
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={name}
      >
        {button}
      </button>
      <div ref={sheet} id={id} popover="auto" role="dialog" aria-label={label} className="popover">
        {open ? children(close) : null}
      </div>
    </>
  );
}

function place(sheet: HTMLElement, opener: HTMLElement): void {
  const at = opener.getBoundingClientRect();
  const { width, height } = sheet.getBoundingClientRect();
  const left = Math.max(EDGE_PX, Math.min(at.left, document.documentElement.clientWidth - width - EDGE_PX));
  const below = at.bottom + GAP_PX;
  const fits = below + height + EDGE_PX <= innerHeight;
  const top = fits
    ? below
    : Math.max(EDGE_PX, Math.min(at.top - GAP_PX - height, innerHeight - height - EDGE_PX));
  sheet.style.setProperty('--left', `${String(left)}px`);
  sheet.style.setProperty('--top', `${String(top)}px`);
}
