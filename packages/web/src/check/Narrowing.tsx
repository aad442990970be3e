import { JURISDICTIONS, type Jurisdiction } from '@custody/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { Icon } from '../design/Icon.tsx';
import { Notice } from '../design/Notice.tsx';
import { Popover } from '../design/Popover.tsx';
import { useWords } from '../i18n/use-words.ts';
import { ACTIVITIES, jurisdictionsOf, type NarrowingAddress } from '../shell/address.ts';
import './narrowing.css';

type Change = (change: (address: NarrowingAddress) => NarrowingAddress) => void;

/** The narrowing of Check, in its address. */
export function Narrowing() {
  const address = useSearch({ from: '/check' });
  const navigate = useNavigate();
  return (
    <NarrowingChoice
      address={address}
      quantity
      onChange={(change) => {
        void navigate({
          to: '/check',
          search: ({ open: _, ...before }) => change(before),
          replace: true,
          resetScroll: false,
        });
      }}
    />
  );
}

interface NarrowingChoiceProps {
  readonly address: NarrowingAddress;
  /** Whether the quantity is asked for; a list has its own. */
  readonly quantity: boolean;
  readonly onChange: Change;
}

/** Which jurisdictions are asked, and the transaction as far as the law looks at it. Both stand in the address. */
export function NarrowingChoice({ address, quantity, onChange }: NarrowingChoiceProps) {
  const { t, list } = useWords();
  const { chosen, strange } = jurisdictionsOf(address.in);
  const given = [address.activity, address.from, address.to, address.quantity].filter(
    (part) => part !== undefined,
  );
  const places = chosen === null ? t('check.narrow') : t('check.narrowed', { count: chosen.length });
  const goods = given.length === 0 ? t('check.transaction') : transactionWords(address, t);
  return (
    <div className="narrowing">
      <Popover
        className="button-quiet"
        name={places}
        label={t('check.narrowTitle')}
        button={
          <>
            <Icon name="place" />
            {places}
            <Icon name="down" size={11} />
          </>
        }
      >
        {() => <PlaceChoice chosen={chosen} onChange={onChange} />}
      </Popover>
      <Popover
        className="button-quiet"
        name={goods}
        label={t('check.transactionTitle')}
        button={
          <>
            {goods}
            <Icon name="down" size={11} />
          </>
        }
      >
        {(close) => (
          <TransactionForm address={address} quantity={quantity} onChange={onChange} close={close} />
        )}
      </Popover>
      {strange.length === 0 ? null : (
        <Notice>
          <p>{t('check.strangePlaces', { what: list(strange) })}</p>
        </Notice>
      )}
    </div>
  );
}

function transactionWords(address: NarrowingAddress, t: ReturnType<typeof useWords>['t']): string {
  const { activity, from, to, quantity } = address;
  const way = from === undefined && to === undefined ? null : `${from ?? '…'} → ${to ?? '…'}`;
  const parts = [activity === undefined ? null : t(`check.activities.${activity}`), way, quantity ?? null];
  return t('check.transactionGiven', { what: parts.filter((part) => part !== null).join(', ') });
}

function PlaceChoice({
  chosen,
  onChange,
}: {
  readonly chosen: readonly Jurisdiction[] | null;
  readonly onChange: Change;
}) {
  const { t, place } = useWords();
  const set = (next: readonly Jurisdiction[]): void => {
    onChange(({ in: _, ...address }) => ({
      ...address,
      ...(next.length === 0 ? {} : { in: next.join(',') }),
    }));
  };
  return (
    <fieldset className="choices">
      <legend>{t('check.narrowTitle')}</legend>
      <label>
        <input
          type="checkbox"
          data-first
          checked={chosen === null}
          onChange={() => {
            set([]);
          }}
        />
        {t('check.narrowAll')}
      </label>
      <hr />
      {JURISDICTIONS.map((jurisdiction) => (
        <label key={jurisdiction}>
          <input
            type="checkbox"
            checked={chosen?.includes(jurisdiction) ?? false}
            onChange={(event) => {
              const others = (chosen ?? []).filter((one) => one !== jurisdiction);
              const next = event.target.checked ? [...others, jurisdiction] : others;
              set(JURISDICTIONS.filter((one) => next.includes(one)));
            }}
          />
          {place(jurisdiction)}
        </label>
      ))}
    </fieldset>
  );
}

function TransactionForm({
  address,
  quantity: asksQuantity,
  onChange,
  close,
}: NarrowingChoiceProps & { readonly close: () => void }) {
  const { t } = useWords();
  const id = useId();
  const [form, setForm] = useState({
    activity: address.activity ?? '',
    from: address.from ?? '',
    to: address.to ?? '',
    quantity: address.quantity ?? '',
  });
  const apply = (values: typeof form): void => {
    const activity = ACTIVITIES.find((one) => one === values.activity);
    onChange(({ activity: _a, from: _f, to: _t, quantity: _q, ...rest }) => ({
      ...rest,
      ...(activity === undefined ? {} : { activity }),
      ...(values.from === '' ? {} : { from: values.from.toUpperCase() }),
      ...(values.to === '' ? {} : { to: values.to.toUpperCase() }),
      ...(values.quantity.trim() === '' ? {} : { quantity: values.quantity.trim() }),
    }));
    close();
  };
  const field = (name: 'from' | 'to' | 'quantity', hint: string) => (
    <div className="transaction-field">
      <label htmlFor={`${id}-${name}`}>{t(`check.given.${name}`)}</label>
      <input
        id={`${id}-${name}`}
        className="input"
        type="text"
        autoComplete="off"
        value={form[name]}
        {...(name === 'quantity' ? {} : { maxLength: 2, pattern: '[A-Za-z]{2}' })}
        placeholder={hint}
        onChange={(event) => {
          setForm({ ...form, [name]: event.target.value });
        }}
      />
    </div>
  );
  return (
    <form
      className="transaction"
      onSubmit={(event) => {
        event.preventDefault();
        apply(form);
      }}
    >
      <h2>{t('check.transactionTitle')}</h2>
      <p className="label">{t('check.transactionHint')}</p>
      <div className="transaction-field">
        <label htmlFor={`${id}-activity`}>{t('check.activity')}</label>
        <select
          id={`${id}-activity`}
          className="select select-boxed"
          data-first
          value={form.activity}
          onChange={(event) => {
            setForm({ ...form, activity: event.target.value });
          }}
        >
          <option value="">{t('check.activityAny')}</option>
          {ACTIVITIES.map((activity) => (
            <option key={activity} value={activity}>
              {t(`check.activities.${activity}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="transaction-pair">
        {field('from', t('check.countryHint'))}
        {field('to', t('check.countryHint'))}
      </div>
      {asksQuantity ? field('quantity', t('check.quantityHint')) : null}
      <div className="button-row">
        <button type="submit" className="button">
          {t('day.set')}
        </button>
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            apply({ activity: '', from: '', to: '', quantity: '' });
          }}
        >
          {t('check.clear')}
        </button>
      </div>
    </form>
  );
}
