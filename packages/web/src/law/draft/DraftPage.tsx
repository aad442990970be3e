import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useId, useState } from 'react';
import { FileButton } from '../../screening/DropZone.tsx';
import { Failing } from '../../design/Failing.tsx';
import { Icon } from '../../design/Icon.tsx';
import { saveFile } from '../../design/save-file.ts';
import { Tabs } from '../../design/Tabs.tsx';
import { Waiting } from '../../design/Waiting.tsx';
import { EngineRefusal } from '../../engine/messages.ts';
import { useEngine } from '../../engine/use-engine.ts';
import { useWords } from '../../i18n/use-words.ts';
import { keepDay } from '../../shell/keep-day.ts';
import { PageHead } from '../../shell/PageHead.tsx';
import { AuthoritysView } from '../AuthoritysView.tsx';
import { DefinitionView } from '../classes/DefinitionView.tsx';
import { LawNav } from '../LawNav.tsx';
import { Catalogue } from './Catalogue.tsx';
import { askDraft } from './draft-engine.ts';
import type { DraftCalls } from './messages.ts';
import { Published } from './Published.tsx';
import '../law.css';
import '../classes/classes.css';
import './draft.css';

/** Draft a rule: write or adapt a class rule, and see what it would catch of given structures. */
export function DraftPage() {
  const { t } = useWords();
  const { as } = useSearch({ from: '/law/draft' });
  if (as === 'authority') return <Draft />;
  return (
    <>
      <PageHead above={<LawNav />} title={t('views.draft.title')}>
        <p className="coverage-means">{t('views.draft.purpose')}</p>
      </PageHead>
      <AuthoritysView>{null}</AuthoritysView>
    </>
  );
}

/** The text on the desk: it stays while the reader looks at another page, and is gone when the window is closed. */
let kept: { readonly text: string; readonly from: string | null } = { text: '', from: null };

/** A rule with a definition that most drafts will start from. */
const FIRST_RULE = 'us-fentanyl-related-substances';

function Draft() {
  const { t } = useWords();
  const { rule: asked } = useSearch({ from: '/law/draft' });
  const [text, setText] = useState(kept.text);
  const [fault, setFault] = useState<EngineRefusal['problem'] | null>(null);
  const [view, setView] = useState<'published' | 'catalogue'>('published');
  const from = asked ?? FIRST_RULE;
  useEffect(() => {
    if (kept.from === from && kept.text !== '') return undefined;
    let left = false;
    askDraft('start', from).then(
      (started) => {
        if (left) return;
        kept = { text: started ?? '', from };
        setText(kept.text);
      },
      (error: unknown) => {
        if (!left && error instanceof EngineRefusal) setFault(error.problem);
      },
    );
    return () => {
      left = true;
    };
  }, [from]);
  const write = (next: string): void => {
    kept = { text: next, from };
    setText(next);
  };
  const settled = useDeferredValue(text);
  const read = useDraft('read', settled, settled !== '');
  const draft = read.data?.draft ?? null;
  const problems = read.data?.problems ?? [];
  const problem = fault ?? (read.isError ? read.error.problem : null);
  const runText = draft === null ? null : settled;
  return (
    <article className="draft">
      <PageHead
        above={<LawNav />}
        title={t('views.draft.title')}
        state={
          read.data === undefined
            ? undefined
            : draft === null
              ? t('views.draft.stateBroken', { count: problems.length })
              : t('views.draft.state')
        }
      >
        <p className="coverage-means">{t('views.draft.purpose')}</p>
      </PageHead>
      <AuthoritysView>{null}</AuthoritysView>
      {problem === null ? null : (
        <Failing title={t('views.draft.failed')} text={t('failing.engineText')} problem={problem} />
      )}
      <DraftTools from={from} text={text} onText={write} />
      <div className="draft-columns">
        <Editor text={text} onText={write} problems={problems} />
        <div className="draft-beside">
          <DraftWords words={draft?.words ?? null} from={draft?.from ?? null} />
        </div>
      </div>
      {draft === null ? null : (
        <details className="draft-definition">
          <summary>{t('views.classes.definition')}</summary>
          <DefinitionView definition={draft.definition} />
        </details>
      )}
      <section className="class-section" aria-labelledby="draft-run">
        <h2 id="draft-run" className="section-head">
          {t('views.draft.run')}
        </h2>
        <Tabs
          label={t('views.draft.run')}
          tabs={[
            { key: 'published', name: t('views.draft.published') },
            { key: 'catalogue', name: t('views.draft.catalogue') },
          ]}
          chosen={view}
          onChoose={setView}
        >
          {runText === null ? (
            problem === null && read.isPending ? (
              <Waiting lines={4} />
            ) : (
              <p className="nothing">{t('views.draft.wait')}</p>
            )
          ) : view === 'published' ? (
            <Published text={runText} />
          ) : (
            <Catalogue text={runText} />
          )}
        </Tabs>
      </section>
    </article>
  );
}

/** An answer of the worker of drafts: the same text gives the same answer. */
export function useDraft<Call extends 'read' | 'published'>(call: Call, text: string, enabled: boolean) {
  return useQuery<DraftCalls[Call]['gives'], EngineRefusal>({
    queryKey: ['draft', call, text],
    queryFn: () => askDraft(call, text as DraftCalls[Call]['asks']),
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
    networkMode: 'always',
    enabled,
    placeholderData: (before) => before,
  });
}

function DraftTools({
  from,
  text,
  onText,
}: {
  readonly from: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const classes = useEngine('classes', null);
  const defined = (classes.data ?? []).filter(({ rule }) => rule.definition !== undefined);
  return (
    <div className="filters">
      <label className="filter-choice">
        {t('views.draft.start')}
        <select
          className="select select-boxed draft-rules"
          value={from}
          onChange={(event) => {
            const rule = event.target.value;
            kept = { text: '', from: null };
            void navigate({
              to: '/law/draft',
              search: (before) => ({ ...before, rule }),
              replace: true,
              resetScroll: false,
            });
          }}
        >
          {defined.some(({ rule }) => rule.id === from) ? null : (
            <option value={from}>{t('views.draft.startNone')}</option>
          )}
          {defined.map(({ rule }) => (
            <option key={rule.id} value={rule.id}>
              {rule.title}
            </option>
          ))}
        </select>
      </label>
      <FileButton
        name={t('views.draft.load')}
        onFile={(file) => {
          void file.text().then(onText);
        }}
      />
      <button
        type="button"
        className="button-quiet"
        disabled={text === ''}
        onClick={() => {
          saveFile('draft-rule.yaml', 'application/yaml', text);
        }}
      >
        <Icon name="take" />
        {t('views.draft.save')}
      </button>
    </div>
  );
}

const TAB = '  ';

function Editor({
  text,
  onText,
  problems,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly problems: DraftCalls['read']['gives']['problems'];
}) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className="draft-editor">
      <label htmlFor={id}>{t('views.draft.text')}</label>
      <textarea
        id={id}
        className="input mono draft-text"
        spellCheck={false}
        autoComplete="off"
        rows={26}
        value={text}
        aria-invalid={problems.length > 0}
        aria-describedby={`${id}-problems`}
        onChange={(event) => {
          onText(event.target.value.replaceAll('\t', TAB));
        }}
      />
      <div id={`${id}-problems`} aria-live="polite">
        {problems.length === 0 ? null : (
          <>
            <h3>{t('views.draft.problems')}</h3>
            <ul className="draft-problems">
              {problems.map((problem) => (
                <li key={`${problem.code} ${problem.path} ${problem.message}`}>
                  {problem.line === null ? null : (
                    <strong>{t('views.draft.line', { line: problem.line })}: </strong>
                  )}
                  {problem.path === '' ? null : <code>{problem.path}</code>}{' '}
                  <span lang="en">
                    {problem.message} {problem.todo ?? ''}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}

/** The words the draft encodes, and those of the rule in force it is compared with. */
function DraftWords({ words, from }: { readonly words: string | null; readonly from: string | null }) {
  const { t } = useWords();
  const facts = useEngine('facts', null);
  const rule = from === null ? undefined : facts.data?.rules[from];
  return (
    <>
      <h2 className="draft-head">{t('views.draft.words')}</h2>
      {words === null || words === '' ? (
        <p className="soft">{t('views.draft.wordsNone')}</p>
      ) : (
        <blockquote className="class-words" tabIndex={0}>
          {words}
        </blockquote>
      )}
      <h2 className="draft-head">{t('views.draft.wordsInForce')}</h2>
      {rule === undefined || from === null ? (
        <p className="soft">{t('views.draft.againstNone')}</p>
      ) : (
        <>
          <p className="label">
            <Link to="/law/classes/$rule" params={{ rule: from }} search={keepDay}>
              {t('views.draft.against', { name: rule.title })}
            </Link>
          </p>
          {rule.words.map(({ lang, text }) => (
            <blockquote key={lang + text} lang={lang} className="class-words" tabIndex={0}>
              {text}
            </blockquote>
          ))}
        </>
      )}
    </>
  );
}
