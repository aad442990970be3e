import type { Jurisdiction } from '@custody/core';
import type { ComponentProps } from 'react';
import { ChoiceMenu } from '../design/ChoiceMenu.tsx';
import { useWords } from '../i18n/use-words.ts';

type MenuProps = Pick<ComponentProps<typeof ChoiceMenu>, 'icon' | 'name' | 'label'>;

/** Several jurisdictions at a time; what is chosen keeps the order of all. */
export function PlacesMenu({
  all,
  chosen,
  onChange,
  ...menu
}: MenuProps & {
  readonly all: readonly Jurisdiction[];
  readonly chosen: readonly Jurisdiction[];
  readonly onChange: (next: readonly Jurisdiction[]) => void;
}) {
  const { place } = useWords();
  return (
    <ChoiceMenu
      {...menu}
      choices={all.map((one) => ({ key: one, label: place(one), chosen: chosen.includes(one) }))}
      onChoice={(one, isChosen) => {
        onChange(all.filter((other) => (other === one ? isChosen : chosen.includes(other))));
      }}
    />
  );
}
