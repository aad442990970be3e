import { JURISDICTIONS, type Coverage, type Jurisdiction } from '@custody/core';
import { Link } from '@tanstack/react-router';
import { moveAmongRows } from '../design/row-keys.ts';
import { familyWord } from '../check/control-words.ts';
import { useWords } from '../i18n/use-words.ts';

const KINDS = ['precursor', 'drug', 'equipment'] as const;

/** How completely each kind of goods is compiled for each jurisdiction. A row opens the words behind it. */
export function CoverageTable({ coverage }: { readonly coverage: readonly Coverage[] }) {
  const { t, place } = useWords();
  const places = JURISDICTIONS.filter((jurisdiction) =>
    coverage.some((row) => row.jurisdiction === jurisdiction),
  );
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage" className="section-head">
        {t('law.coverage')}
      </h2>
      <p className="coverage-means">{t('law.coverageMeans')}</p>
      <table className="coverage">
        <caption className="unseen">{t('law.coverage')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('law.column.jurisdiction')}</th>
            {KINDS.map((kind) => (
              <th key={kind} scope="col">
                {t(`law.kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody
          onKeyDown={(event) => {
            moveAmongRows(event, 'tr');
          }}
        >
          {places.map((jurisdiction) => (
            <tr key={jurisdiction}>
              <th scope="row">
                <Link
                  to="/law"
                  search={(address) => ({ ...address, open: jurisdiction })}
                  resetScroll={false}
                  className="coverage-link"
                  aria-label={t('law.coverageOf', { place: place(jurisdiction) })}
                >
                  {place(jurisdiction)}
                </Link>
              </th>
              {KINDS.map((kind) => (
                <td key={kind} data-head={t(`law.kind.${kind}`)}>
                  <CoverageCell rows={rowsOf(coverage, jurisdiction, kind)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="coverage-key">
        {(['complete', 'presence', 'partial', 'outside', 'none'] as const).map((state) => (
          <li key={state}>
            <CoverageWord state={state} />{' '}
            <span className="faint">{t(`law.coverageStateMeans.${state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function rowsOf(coverage: readonly Coverage[], jurisdiction: Jurisdiction, kind: Coverage['kind']) {
  return coverage.filter((row) => row.jurisdiction === jurisdiction && row.kind === kind);
}

function CoverageCell({ rows }: { readonly rows: readonly Coverage[] }) {
  if (rows.length === 0) return <CoverageWord state="none" />;
  return (
    <>
      {rows.map((row) => (
        <span key={row.state + row.families.join()} className="coverage-cell">
          <CoverageWord state={row.state} />
          <FamiliesLine row={row} />
        </span>
      ))}
    </>
  );
}

function FamiliesLine({ row }: { readonly row: Coverage }) {
  const { t, list } = useWords();
  if (row.families.length === 0) return null;
  return (
    <span className="coverage-families">
      {t('law.families', { families: list(row.families.map((family) => familyWord(family, t))) })}
    </span>
  );
}

/** Word and mark of a state of coverage: a filled, a half, a quarter square, a bar, a dotted square. */
export function CoverageWord({ state }: { readonly state: Coverage['state'] | 'none' }) {
  const { t } = useWords();
  return (
    <span className={`coverage-word coverage-${state}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {state === 'outside' ? (
          <path d="M1 6h10" stroke="currentColor" strokeWidth="2" />
        ) : (
          <rect
            x="1"
            y="1"
            width="10"
            height="10"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.3"
            {...(state === 'none' ? { strokeDasharray: '2 2' } : {})}
          />
        )}
        {state === 'complete' ? <rect x="1" y="1" width="10" height="10" fill="currentColor" /> : null}
        {state === 'presence' ? <path d="M1 11V1l10 10z" fill="currentColor" /> : null}
        {state === 'partial' ? <path d="M1 11V7l4 4z" fill="currentColor" /> : null}
      </svg>
      {t(`law.coverageState.${state}`)}
    </span>
  );
}
