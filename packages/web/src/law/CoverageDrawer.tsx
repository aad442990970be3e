import type { Coverage, Jurisdiction } from '@custody/core';
import { CopyButton } from '../design/CopyButton.tsx';
import { Day } from '../design/Day.tsx';
import { Drawer } from '../design/Drawer.tsx';
import { useWords } from '../i18n/use-words.ts';
import { CoverageWord } from './CoverageTable.tsx';

interface CoverageDrawerProps {
  readonly jurisdiction: Jurisdiction;
  readonly rows: readonly Coverage[];
  readonly digest: string;
  readonly onClose: () => void;
}

/** What is compiled for a jurisdiction, in the words an answer uses, and when that was checked. */
export function CoverageDrawer({ jurisdiction, rows, digest, onClose }: CoverageDrawerProps) {
  const { t, place } = useWords();
  const title = t('law.coverageOf', { place: place(jurisdiction) });
  return (
    <Drawer
      title={title}
      onClose={onClose}
      foot={
        <>
          <CopyButton
            text={() =>
              [
                title,
                ...rows.map(
                  (row) =>
                    `${t(`law.kind.${row.kind}`)}: ${t(`law.coverageState.${row.state}`)}. ${row.words}`,
                ),
                digest,
              ].join('\n')
            }
            what={title}
            words={t('proof.copy')}
          />
          <span className="proof-digest">
            {t('proof.digest')} <code>{digest}</code>
          </span>
        </>
      }
    >
      {rows.length === 0 ? <p>{t('law.coverageStateMeans.none')}</p> : null}
      {rows.map((row) => (
        <section key={row.kind + row.families.join()} className="coverage-row">
          <h3>
            {t(`law.kind.${row.kind}`)}
            {row.families.length === 0 ? null : <span className="soft"> ({row.families.join(', ')})</span>}
          </h3>
          <p>
            <CoverageWord state={row.state} />{' '}
            <span className="soft">{t(`law.coverageStateMeans.${row.state}`)}</span>
          </p>
          <p lang="en">{row.words}</p>
          {row.openClause === undefined ? null : <p lang="en">{row.openClause}</p>}
          {row.note === null ? null : (
            <p className="soft" lang="en">
              {row.note}
            </p>
          )}
          <p className="label">
            {row.checkedOn === null ? (
              t('proof.scopeUnchecked')
            ) : (
              <>
                {t('proof.scopeCheckedName')}: <Day of={row.checkedOn} />
              </>
            )}
          </p>
        </section>
      ))}
    </Drawer>
  );
}
