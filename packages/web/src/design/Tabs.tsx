import { useId, useRef, type ReactNode } from 'react';
import './tabs.css';

interface TabsProps<Key extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly key: Key; readonly name: string }[];
  readonly chosen: Key;
  readonly onChoose: (key: Key) => void;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** Two or three views of the same thing. Arrow keys move between them. */
export function Tabs<Key extends string>({ label, tabs, chosen, onChoose, tools, children }: TabsProps<Key>) {
  const id = useId();
  const bar = useRef<HTMLDivElement>(null);
  const move = (step: number): void => {
    const index = tabs.findIndex((tab) => tab.key === chosen);
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChoose(next.key);
    bar.current?.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus();
  };
  return (
    <div>
      <div className="tabs-line">
        <div className="tabs" role="tablist" aria-label={label} ref={bar}>
          {tabs.map((tab) => (
            <button
              key={tab.key}
              type="button"
              role="tab"
              id={`${id}-${tab.key}`}
              data-key={tab.key}
              aria-selected={tab.key === chosen}
              aria-controls={`${id}-panel`}
              tabIndex={tab.key === chosen ? 0 : -1}
              onClick={() => {
                onChoose(tab.key);
              }}
              onKeyDown={(event) => {
                if (event.key === 'ArrowRight') move(1);
                else if (event.key === 'ArrowLeft') move(-1);
                else return;
                event.preventDefault();
              }}
            >
              {tab.name}
            </button>
          ))}
        </div>
        <div className="button-row">{tools}</div>
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`}>
        {children}
      </div>
    </div>
  );
}
