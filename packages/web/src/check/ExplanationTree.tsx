import type { Explanation } from '@custody/core';
import { useWords } from '../i18n/use-words.ts';
import { Said } from './Said.tsx';
import './explanation-tree.css';

/** The questions the engine asked and what it found, as a tree. What it had no reason to ask is left out. */
export function ExplanationTree({ of }: { readonly of: Explanation }) {
  return (
    <ul className="tree">
      <Node of={of} />
    </ul>
  );
}

function Node({ of }: { readonly of: Explanation }) {
  const { t } = useWords();
  const below = of.children.filter((child) => child.outcome !== 'not-asked');
  // What is compiled is a statement, not a question: a "yes" behind "not on List I" would be read as its opposite.
  const answered = !of.code.startsWith('coverage-');
  return (
    <li className={`tree-node tree-${of.outcome}`}>
      <p>
        <OutcomeMark outcome={answered ? of.outcome : 'not-asked'} />
        <Said of={of} />
        {answered ? <span className="tree-outcome"> · {t(`proof.outcome.${of.outcome}`)}</span> : null}
      </p>
      {below.length === 0 ? null : (
        <ul>
          {below.map((child, index) => (
            <Node key={`${child.code}-${String(index)}`} of={child} />
          ))}
        </ul>
      )}
    </li>
  );
}

function OutcomeMark({ outcome }: { readonly outcome: Explanation['outcome'] }) {
  return (
    <svg
      className="tree-mark"
      width="13"
      height="13"
      viewBox="0 0 13 13"
      aria-hidden="true"
      focusable="false"
    >
      {outcome === 'yes' ? (
        <path d="M2 7 5.2 10.2 11 3" />
      ) : outcome === 'no' ? (
        <path d="M2.5 6.5h8" />
      ) : outcome === 'unclear' ? (
        <path d="M4.2 4.6a2.3 2.3 0 1 1 3.4 2c-.7.4-1.1.8-1.1 1.6M6.5 10.4v.5" />
      ) : (
        <path d="M2.5 6.5h1M6 6.5h1M9.5 6.5h1" />
      )}
    </svg>
  );
}
