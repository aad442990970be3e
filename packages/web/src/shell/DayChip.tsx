import { addDays, isDay, type Day } from '@custody/core';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { addMonths } from '../design/add-months.ts';
import { Icon } from '../design/Icon.tsx';
import { Popover } from '../design/Popover.tsx';
import { formatWeekday } from '../i18n/format-day.ts';
import { useWords } from '../i18n/use-words.ts';
import { dayFrom } from './address.ts';
import { today } from './today.ts';
import { useAsOf } from './use-as-of.ts';
import './day-chip.css';

/** The day in force, and the day by which things had to be known: one chip that follows from page to page. */
export function DayChip() {
  const { t, day } = useWords();
  const { on, known, strange } = useAsOf();
  const chip = t('day.chip', { day: strange ?? day(on) });
  const knownWords = known === null ? '' : t('day.chipKnown', { day: day(known) });
  return (
    <Popover
      className="day-chip"
      name={`${chip} ${knownWords}. ${t('day.change')}`}
      label={t('day.title')}
      button={
        <>
          <Icon name="day" />
          <span>
            {chip}
            {known === null ? null : <span className="day-chip-known"> · {knownWords}</span>}
          </span>
          <Icon name="down" size={11} />
        </>
      }
    >
      {(close) => <DayForm on={on} known={known} close={close} />}
    </Popover>
  );
}

const STEPS = [
  ['earlierYear', -12, 'month'],
  ['earlierMonth', -1, 'month'],
  ['earlierDay', -1, 'day'],
  ['laterDay', 1, 'day'],
  ['laterMonth', 1, 'month'],
  ['laterYear', 12, 'month'],
] as const;

function DayForm({
  on,
  known,
  close,
}: {
  readonly on: Day;
  readonly known: Day | null;
  readonly close: () => void;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [onText, setOnText] = useState<string>(on);
  const [knownText, setKnownText] = useState<string>(known ?? '');
  const onDay = dayFrom(onText);
  const knownDay = knownText.trim() === '' ? null : dayFrom(knownText);
  const knownFits = knownText.trim() === '' || knownDay !== null;
  const apply = (): void => {
    if (onDay === null || !knownFits) return;
    void navigate({
      to: '.',
      search: ({ known: _, ...address }) => ({
        ...address,
        on: onDay,
        ...(knownDay === null ? {} : { known: knownDay }),
      }),
    });
    close();
  };
  return (
    <form
      className="day-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <DayInput label={t('day.on')} hint={t('day.onHint')} text={onText} onText={setOnText} first />
      <div className="day-steps" role="group" aria-label={t('day.on')}>
        {STEPS.map(([name, count, unit]) => (
          <button
            key={name}
            type="button"
            className="button-quiet"
            aria-label={t(`day.step.${name}`)}
            onClick={() => {
              const from = onDay !== null && isDay(onDay) ? onDay : on;
              setOnText(unit === 'day' ? addDays(from, count) : addMonths(from, count));
            }}
          >
            {count < 0 ? '−' : '+'}
            {t(unit === 'day' ? 'day.dayWord' : Math.abs(count) === 12 ? 'day.year' : 'day.month')}
          </button>
        ))}
      </div>
      <DayInput label={t('day.known')} hint={t('day.knownHint')} text={knownText} onText={setKnownText} />
      <div className="button-row day-form-foot">
        <button type="submit" className="button" disabled={onDay === null || !knownFits}>
          {t('day.set')}
        </button>
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            setOnText(today());
          }}
        >
          {t('day.today')}
        </button>
        {knownText === '' ? null : (
          <button
            type="button"
            className="button-quiet"
            onClick={() => {
              setKnownText('');
            }}
          >
            {t('day.clear')}
          </button>
        )}
      </div>
    </form>
  );
}

function DayInput({
  label,
  hint,
  text,
  onText,
  first = false,
}: {
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly first?: boolean;
}) {
  const { t, language } = useWords();
  const id = useId();
  const read = dayFrom(text);
  const wrong = text.trim() !== '' && read === null;
  const [left, setLeft] = useState(false);
  return (
    <div className="day-input">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        className="input mono"
        inputMode="text"
        autoComplete="off"
        placeholder="2022-09-01"
        value={text}
        aria-invalid={wrong && left}
        aria-describedby={`${id}-says`}
        {...(first ? { 'data-first': true } : {})}
        onBlur={() => {
          setLeft(true);
        }}
        onChange={(event) => {
          setLeft(false);
          onText(event.target.value);
        }}
      />
      <p id={`${id}-says`} className={wrong && left ? 'day-wrong' : 'label'} aria-live="polite">
        {wrong && left
          ? t('day.invalid', { text })
          : read !== null && isDay(read)
            ? formatWeekday(read, language)
            : hint}
      </p>
    </div>
  );
}
