import type { ChangedEntry, LawChange } from '@custody/core';
import { Link } from '@tanstack/react-router';
import { Fact } from '../../check/ControlProof.tsx';
import { endWords, startWords } from '../../check/control-words.ts';
import { CitationInFull } from '../../design/CitationLink.tsx';
import { DayDoubt } from '../../design/Confidence.tsx';
import { CopyButton } from '../../design/CopyButton.tsx';
import { Drawer } from '../../design/Drawer.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { keepDay } from '../../shell/keep-day.ts';
import { ChangeMark } from './ChangeMark.tsx';
import { statusWords, titleOf } from './ChangesPage.tsx';
import '../../check/proof-drawer.css';

interface ChangeDrawerProps {
  readonly change: LawChange;
  readonly digest: string;
  readonly onClose: () => void;
}

/** One change with the entries that began and ended, their sources, and the way to the goods or the class. */
export function ChangeDrawer({ change, digest, onClose }: ChangeDrawerProps) {
  const words = useWords();
  const { t, day, place } = words;
  const title = titleOf(change, words);
  const line = `${day(change.day)}, ${place(change.jurisdiction)}: ${t(`views.changes.kind.${change.kind}`)}`;
  return (
    <Drawer
      title={
        <span className="proof-title">
          <ChangeMark kind={change.kind} />
          <span>
            {title}
            <span className="proof-subtitle">{line}</span>
          </span>
        </span>
      }
      onClose={onClose}
      foot={
        <>
          <CopyButton
            text={() =>
              [title, line, ...[...change.started, ...change.ended].map(entryLine), digest].join('\n')
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
      <div className="proof">
        <p>
          {t(`views.changes.kindMeans.${change.kind}`)}. {statusWords(change.before, change.after, words)}
        </p>
        <p className="change-ways">
          {change.targetKind === 'goods' ? (
            <Link to="/check" search={(address) => ({ ...keepDay(address), q: change.name, on: change.day })}>
              {t('views.changes.check', { name: title, day: day(change.day) })}
            </Link>
          ) : null}
          {change.targetKind === 'rule' ? (
            <Link to="/law/classes/$rule" params={{ rule: change.target }} search={keepDay}>
              {t('views.changes.classPage')}
            </Link>
          ) : null}
        </p>
        <Entries title={t('views.changes.started')} entries={change.started} turns="start" />
        <Entries title={t('views.changes.ended')} entries={change.ended} turns="end" />
      </div>
    </Drawer>
  );
}

function entryLine({ list, entry, start, citation }: ChangedEntry): string {
  return `${list}, ${entry} (${start.latest ?? start.earliest ?? '?'}): ${citation.title} ${citation.url ?? ''}`;
}

/** `turns`: the day of the entries on which the change stands, and which carries their doubt. */
function Entries({
  title,
  entries,
  turns,
}: {
  readonly title: string;
  readonly entries: readonly ChangedEntry[];
  readonly turns: 'start' | 'end';
}) {
  const words = useWords();
  const { t, day } = words;
  if (entries.length === 0) return null;
  return (
    <section className="proof-section">
      <h3>{title}</h3>
      {entries.map((entry) => (
        <article key={entry.control} className="control-proof">
          <h4 lang={/\p{Script=Han}/u.test(entry.list + entry.entry) ? 'zh-Hans' : 'en'}>
            {entry.list}, {entry.entry}
          </h4>
          <dl className="facts">
            <Fact name={t('law.column.from')}>
              {startWords(entry.start, words)} <DayDoubt sure={turns === 'end' || entry.verified} />
            </Fact>
            {entry.end === null ? null : (
              <Fact name={t('law.column.to')}>
                {endWords(entry.end, words)} <DayDoubt sure={turns === 'start' || entry.verified} />
              </Fact>
            )}
            <Fact name={t('law.column.permanence')}>{t(`check.permanence.${entry.permanence}`)}</Fact>
            {entry.published === null ? null : (
              <Fact name={t('proof.published')}>{day(entry.published)}</Fact>
            )}
            <Fact name={t('proof.instrument')}>
              <Link to="/law/$instrument" params={{ instrument: entry.instrument }} search={keepDay}>
                {entry.instrument}
              </Link>
            </Fact>
            <Fact name={t('proof.citation')}>
              <CitationInFull citation={entry.citation} />
            </Fact>
          </dl>
        </article>
      ))}
    </section>
  );
}
