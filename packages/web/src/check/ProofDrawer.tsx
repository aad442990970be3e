import type { AnsweredGoods, AppliedDuty, JurisdictionStatus } from '@custody/core';
import type { ReactNode } from 'react';
import { CitationInFull } from '../design/CitationLink.tsx';
import { CopyButton } from '../design/CopyButton.tsx';
import { Day } from '../design/Day.tsx';
import { Drawer } from '../design/Drawer.tsx';
import { Icon } from '../design/Icon.tsx';
import { StateMark } from '../design/StateMark.tsx';
import { useWords } from '../i18n/use-words.ts';
import { statusAsText, type AnswerHead } from './answer-as-text.ts';
import { ControlProof, Fact } from './ControlProof.tsx';
import { familyWord } from './control-words.ts';
import { ExplanationTree } from './ExplanationTree.tsx';
import { nameIn } from './GoodsCard.tsx';
import { Said } from './Said.tsx';
import './proof-drawer.css';

interface ProofDrawerProps {
  readonly head: AnswerHead;
  readonly goods: AnsweredGoods;
  readonly statuses: readonly JurisdictionStatus[];
  readonly status: JurisdictionStatus;
  /** Opens the proof of another jurisdiction; undefined: closes the drawer. */
  readonly onOpen: (jurisdiction: JurisdictionStatus['jurisdiction'] | undefined) => void;
}

/** Why a jurisdiction says what it says: the drawer every verdict opens, on whichever page it stands. */
export function ProofDrawer({ head, goods, statuses, status, onOpen: open }: ProofDrawerProps) {
  const words = useWords();
  const { t, place, day } = words;
  const at = statuses.indexOf(status);
  const [before, after] = [statuses[at - 1], statuses[at + 1]];
  return (
    <Drawer
      onClose={() => {
        open(undefined);
      }}
      onKeyDown={(event) => {
        if ((event.target as HTMLElement).closest('input, select, textarea') !== null) return;
        const to = event.key === 'ArrowLeft' ? before : event.key === 'ArrowRight' ? after : undefined;
        if (to !== undefined) open(to.jurisdiction);
      }}
      title={
        <span className={`proof-title state-${status.status}`}>
          <StateMark status={status.status} size={18} />
          <span>
            {t('proof.title', { place: place(status.jurisdiction), status: t(`status.${status.status}`) })}
            <span className="proof-subtitle">
              {t('proof.subtitle', { name: nameIn(goods, words), day: day(head.on) })}
            </span>
          </span>
        </span>
      }
      tools={
        <>
          <Step name={t('proof.previous')} icon="left" to={before} open={open} />
          <Step name={t('proof.next')} icon="right" to={after} open={open} />
        </>
      }
      foot={
        <>
          <CopyButton
            text={() => statusAsText(head, goods, status, words)}
            what={place(status.jurisdiction)}
            words={t('proof.copy')}
          />
          <button
            type="button"
            className="button-quiet"
            onClick={() => {
              print();
            }}
          >
            <Icon name="print" />
            {t('proof.print')}
          </button>
          <span className="proof-digest">
            {t('proof.digest')} <code>{head.law}</code>
          </span>
        </>
      }
    >
      <ProofBody goods={goods} status={status} />
    </Drawer>
  );
}

function Step({
  name,
  icon,
  to,
  open,
}: {
  readonly name: string;
  readonly icon: 'left' | 'right';
  readonly to: JurisdictionStatus | undefined;
  readonly open: (jurisdiction: JurisdictionStatus['jurisdiction']) => void;
}) {
  return (
    <button
      type="button"
      className="button-icon"
      aria-label={name}
      title={name}
      disabled={to === undefined}
      onClick={() => {
        if (to !== undefined) open(to.jurisdiction);
      }}
    >
      <Icon name={icon} />
    </button>
  );
}

/** The content of the drawer, and of the printed sheet. */
export function ProofBody({
  goods,
  status,
}: {
  readonly goods: AnsweredGoods;
  readonly status: JurisdictionStatus;
}) {
  const { t } = useWords();
  return (
    <div className="proof">
      <Section title={t('proof.why')}>
        {status.reasons.length === 0 ? null : (
          <ul className="proof-reasons">
            {status.reasons.map((reason) => (
              <li key={reason.code + reason.text}>
                <Said of={reason} />
              </li>
            ))}
          </ul>
        )}
        <ExplanationTree of={status.explanation} />
      </Section>
      <Controls
        title={t('proof.entries', { count: status.controls.length })}
        controls={status.controls}
        goods={goods}
      />
      <Controls
        title={t('proof.announced')}
        means={t('proof.announcedMeans')}
        controls={status.announced}
        goods={goods}
      />
      <Controls
        title={t('proof.proposed')}
        means={t('proof.proposedMeans')}
        controls={status.proposed}
        goods={goods}
      />
      <Controls title={t('proof.excluded')} controls={status.excluded} goods={goods} />
      <Duties duties={status.duties} />
      <Penalties penalties={status.penalties} />
      <Scope status={status} />
    </div>
  );
}

function Section({
  title,
  means,
  children,
}: {
  readonly title: string;
  readonly means?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <section className="proof-section">
      <h3>{title}</h3>
      {means === undefined ? null : <p className="label">{means}</p>}
      {children}
    </section>
  );
}

function Controls({
  title,
  means,
  controls,
  goods,
}: {
  readonly title: string;
  readonly means?: string;
  readonly controls: JurisdictionStatus['controls'];
  readonly goods: AnsweredGoods;
}) {
  if (controls.length === 0) return null;
  return (
    <Section title={title} means={means}>
      {controls.map((control) => (
        <ControlProof key={control.id} control={control} goods={goods} />
      ))}
    </Section>
  );
}

function Duties({ duties }: { readonly duties: readonly AppliedDuty[] }) {
  const { t } = useWords();
  if (duties.length === 0) return null;
  return (
    <Section title={t('proof.duties')}>
      <ul className="duties">
        {duties.map((duty) => (
          <li key={duty.id}>
            <p lang="en" className="duty-what">
              {duty.what}
            </p>
            <dl className="facts">
              {duty.deadline === null ? null : (
                <Fact name={t('proof.deadline')}>
                  {t(`proof.unit.${duty.deadline.unit}`, { count: duty.deadline.value })}
                  <span className="soft" lang="en">
                    {duty.deadline.words === '' ? '' : ` · ${duty.deadline.words}`}
                  </span>
                </Fact>
              )}
              {duty.actor === null ? null : (
                <Fact name={t('proof.actor')}>
                  <span lang="en">{duty.actor}</span>
                </Fact>
              )}
              {duty.authority === null ? null : (
                <Fact name={t('proof.authority')}>
                  <span lang="en">{duty.authority}</span>
                </Fact>
              )}
              {duty.retention === null ? null : (
                <Fact name={t('proof.retention')}>
                  <span lang="en">{duty.retention}</span>
                </Fact>
              )}
              <Fact name={t('proof.article')}>
                <span lang="en">{duty.article}</span>
              </Fact>
              <Fact name={t('proof.citation')}>
                <CitationInFull citation={duty.citation} />
              </Fact>
            </dl>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Penalties({ penalties }: { readonly penalties: JurisdictionStatus['penalties'] }) {
  const { t } = useWords();
  if (penalties.length === 0) return null;
  return (
    <Section title={t('proof.penalties')}>
      <ul className="duties">
        {penalties.map((penalty) => (
          <li key={penalty.id}>
            <p lang="en" className="duty-what">
              {penalty.penalty}
            </p>
            <dl className="facts">
              <Fact name={t('proof.conduct')}>
                <span lang="en">{penalty.conduct}</span>
              </Fact>
              <Fact name={t('proof.article')}>
                <span lang="en">{penalty.article}</span>
              </Fact>
              <Fact name={t('proof.citation')}>
                <CitationInFull citation={penalty.citation} />
              </Fact>
            </dl>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Scope({ status }: { readonly status: JurisdictionStatus }) {
  const { t, list } = useWords();
  const { scope } = status;
  const names = (families: readonly string[]): string => list(families.map((name) => familyWord(name, t)));
  return (
    <Section title={t('proof.scope')}>
      <dl className="facts">
        {scope.complete.length === 0 ? null : (
          <Fact name={t('proof.scopeComplete')}>{names(scope.complete)}</Fact>
        )}
        {scope.partial.length === 0 ? null : (
          <Fact name={t('proof.scopePartial')}>{names(scope.partial)}</Fact>
        )}
        {scope.outside.length === 0 ? null : (
          <Fact name={t('proof.scopeOutside')}>{names(scope.outside)}</Fact>
        )}
        <Fact name={t('proof.scopeCheckedName')}>
          {scope.checkedOn === null ? t('proof.scopeUnchecked') : <Day of={scope.checkedOn} />}
        </Fact>
        {scope.words.length === 0 ? null : (
          <Fact name={t('proof.scopeInWords')}>
            <ul lang="en">
              {scope.words.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </Section>
  );
}
