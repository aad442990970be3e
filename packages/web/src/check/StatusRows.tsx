import type { AppliedControl, JurisdictionStatus } from '@custody/core';
import { Link } from '@tanstack/react-router';
import { CitationLink } from '../design/CitationLink.tsx';
import { Confidence, DayDoubt } from '../design/Confidence.tsx';
import { Icon } from '../design/Icon.tsx';
import { moveAmongRows } from '../design/row-keys.ts';
import { StateWord } from '../design/StateMark.tsx';
import { useWords } from '../i18n/use-words.ts';
import {
  basisWords,
  entryLanguage,
  entryWords,
  lastDayWords,
  pendingWords,
  scopeWords,
  sinceWords,
} from './control-words.ts';
import { Said } from './Said.tsx';
import './status-rows.css';

/** One row a jurisdiction: what it says, by which entry, since when, on whose word. A row opens its proof. */
export function StatusRows({ statuses }: { readonly statuses: readonly JurisdictionStatus[] }) {
  const { t } = useWords();
  const deciding = statuses.filter((status) => status.deciding);
  const beside = statuses.filter((status) => !status.deciding);
  return (
    <section aria-labelledby="jurisdictions">
      <h2 id="jurisdictions" className="section-head">
        {t('check.jurisdictions')}
      </h2>
      <Rows statuses={deciding} />
      {beside.length === 0 ? null : (
        <>
          <h3 className="beside-head">
            {t('check.beside')} <span className="beside-means">{t('check.besideMeans')}</span>
          </h3>
          <Rows statuses={beside} />
        </>
      )}
    </section>
  );
}

function Rows({ statuses }: { readonly statuses: readonly JurisdictionStatus[] }) {
  return (
    <ul
      className="status-rows"
      onKeyDown={(event) => {
        moveAmongRows(event, '.status-row');
      }}
    >
      {statuses.map((status) => (
        <Row key={status.jurisdiction} status={status} />
      ))}
    </ul>
  );
}

function Row({ status }: { readonly status: JurisdictionStatus }) {
  const { t, place } = useWords();
  const [main] = status.controls;
  return (
    <li className={`status-row row-${status.status}`} data-jurisdiction={status.jurisdiction}>
      <div className="status-place">
        <Link
          to="."
          search={(address) => ({ ...address, open: status.jurisdiction })}
          resetScroll={false}
          className="row-link"
          aria-label={t('check.openProofOf', {
            place: place(status.jurisdiction),
            status: t(`status.${status.status}`),
          })}
        >
          {place(status.jurisdiction)}
        </Link>
      </div>
      <div className="status-state">
        <StateWord status={status.status} />
        {main === undefined ? null : <Since status={status} control={main} />}
      </div>
      <div className="status-what">
        {main === undefined ? <WithoutControl status={status} /> : <Main status={status} control={main} />}
        <Pending status={status} />
      </div>
      <span className="status-open">
        <Icon name="right" />
      </span>
    </li>
  );
}

function Main({
  status,
  control,
}: {
  readonly status: JurisdictionStatus;
  readonly control: AppliedControl;
}) {
  const words = useWords();
  const { t, list, place } = words;
  const more = status.controls.length - 1;
  return (
    <>
      <p className="status-entry">
        <span lang={entryLanguage(control)}>{entryWords(control)}</span>
        {more === 0 ? null : <span className="faint"> {t('check.moreControls', { count: more })}</span>}
      </p>
      <p className="status-fine">
        {control.jurisdiction === status.jurisdiction ? null : (
          <span>{t('check.lawOf', { place: place(control.jurisdiction) })}</span>
        )}
        <span>{basisWords(control, words)}</span>
        {control.destinations.length === 0 ? null : (
          <span>{t('check.destinationOnly', { places: list(control.destinations) })}</span>
        )}
        <Confidence of={control.citation.confidence} />
      </p>
      <p className="status-fine">
        <span className="above-row">
          <CitationLink citation={control.citation} />
        </span>
      </p>
      {control.doubt === null ? null : (
        <p className="status-doubt">
          <Said of={control.doubt} />
        </p>
      )}
    </>
  );
}

function WithoutControl({ status }: { readonly status: JurisdictionStatus }) {
  const words = useWords();
  if (status.status === 'not-controlled') {
    return <p className="status-scope">{scopeWords(status, words)}</p>;
  }
  return (
    <>
      {status.reasons.slice(0, 2).map((reason) => (
        <p key={reason.code + reason.text} className="status-scope">
          <Said of={reason} />
        </p>
      ))}
    </>
  );
}

function Pending({ status }: { readonly status: JurisdictionStatus }) {
  const words = useWords();
  const { t } = words;
  return (
    <>
      {[...status.announced, ...status.proposed].map((control) => (
        <p key={control.id} className="status-pending" data-stage={control.stage}>
          <Icon name="day" size={13} />
          <span>
            {pendingWords(control, words)} <DayDoubt sure={control.startWindow.verified} />
          </span>
        </p>
      ))}
      {status.excluded.length === 0 ? null : (
        <p className="status-pending">
          <span>{t('check.excludedLine', { count: status.excluded.length })}</span>
        </p>
      )}
    </>
  );
}

function Since({
  status,
  control,
}: {
  readonly status: JurisdictionStatus;
  readonly control: AppliedControl;
}) {
  const words = useWords();
  const { t } = words;
  return (
    <div className="status-since">
      <p>
        {sinceWords(control.startWindow, words)} <DayDoubt sure={control.startWindow.verified} />
      </p>
      {status.permanence === null ? null : (
        <p className={status.permanence === 'temporary' ? 'status-temporary' : undefined}>
          {t(`check.permanence.${status.permanence}`)}
          {status.expires === null ? null : t('desk.comma') + lastDayWords(status.expires, words)}
        </p>
      )}
    </div>
  );
}
