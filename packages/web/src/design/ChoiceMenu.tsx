import type { ComponentProps } from 'react';
import { Icon } from './Icon.tsx';
import { Popover } from './Popover.tsx';

/** One of several things that may each be chosen or not. */
export interface Choice<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly chosen: boolean;
}

/** A button that opens a list of boxes to tick. */
export function ChoiceMenu<Key extends string>({
  icon,
  name,
  label = name,
  choices,
  onChoice,
}: {
  readonly icon: ComponentProps<typeof Icon>['name'];
  /** On the button. */
  readonly name: string;
  /** Of the list, where it is not the name of the button. */
  readonly label?: string;
  readonly choices: readonly Choice<Key>[];
  readonly onChoice: (key: Key, chosen: boolean) => void;
}) {
  return (
    <Popover
      className="button-quiet"
      name={name}
      label={label}
      button={
        <>
          <Icon name={icon} />
          {name}
        </>
      }
    >
      {() => (
        <ul className="choice-list">
          {choices.map(({ key, label: words, chosen }, index) => (
            <li key={key}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen}
                  {...(index === 0 ? { 'data-first': true } : {})}
                  onChange={(event) => {
                    onChoice(key, event.target.checked);
                  }}
                />
                {words}
              </label>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
