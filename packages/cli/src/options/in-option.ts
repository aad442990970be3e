import { Option } from 'commander';

/** Takes one value, codes separated by commas, and may be given again: it must not swallow the words after it. */
export function inOption(description: string): Option {
  return new Option('--in <codes>', description).argParser(
    (value: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), value],
  );
}
