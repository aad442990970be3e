import { Icon } from './Icon.tsx';
import './filter-field.css';

interface FilterFieldProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Narrows what is on the page as it is typed; Esc empties it. */
export function FilterField({ label, text, onText }: FilterFieldProps) {
  return (
    <label className="filter-field">
      <Icon name="search" size={14} />
      <span className="unseen">{label}</span>
      <input
        type="search"
        value={text}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          onText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') {
            event.preventDefault();
            onText('');
          }
        }}
      />
    </label>
  );
}
