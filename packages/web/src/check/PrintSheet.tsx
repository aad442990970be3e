import type { AnsweredGoods, GoodsAnswer, Jurisdiction } from '@custody/core';
import { StateWord } from '../design/StateMark.tsx';
import { useWords } from '../i18n/use-words.ts';
import { today } from '../shell/today.ts';
import type { AnswerHead } from './answer-as-text.ts';
import { stateSentence } from './AnswerView.tsx';
import { questionAbout } from './GoodsCard.tsx';
import { ProofBody } from './ProofDrawer.tsx';
import './print-sheet.css';

interface PrintSheetProps {
  readonly head: AnswerHead;
  readonly result: GoodsAnswer & { readonly goods: AnsweredGoods };
  /** The jurisdiction whose proof is open: then the sheet is about that one only. */
  readonly only: Jurisdiction | null;
}

/** The answer as a dated sheet: question, verdicts, proofs, digest. Seen on paper only. */
export function PrintSheet({ head, result, only }: PrintSheetProps) {
  const words = useWords();
  const { t, day, place } = words;
  const { goods } = result;
  const statuses = result.statuses.filter((status) => only === null || status.jurisdiction === only);
  return (
    <div className="sheet">
      <header className="sheet-head">
        <p>{t('sheet.title')}</p>
        <p>{t('sheet.printed', { day: day(today()) })}</p>
      </header>
      <h1>{questionAbout(goods, words)}</h1>
      <p className="lead">{stateSentence(head, result.statuses, words)}</p>
      <dl className="facts sheet-facts">
        <SheetFact name={t('sheet.asked')} text={result.input} />
        <SheetFact name={t('sheet.on')} text={day(head.on)} />
        <SheetFact
          name={t('sheet.known')}
          text={head.known === null ? t('sheet.knownAll') : day(head.known)}
        />
        {goods.codes.goods === null ? null : (
          <SheetFact name={t('check.goodsCode')} text={goods.codes.goods} />
        )}
        {goods.codes.cas.length === 0 ? null : <SheetFact name="CAS" text={goods.codes.cas.join(', ')} />}
        {goods.codes.inchikey === null ? null : <SheetFact name="InChIKey" text={goods.codes.inchikey} />}
        <SheetFact name={t('sheet.law')} text={head.law} />
      </dl>
      {statuses.map((status) => (
        <section key={status.jurisdiction} className="sheet-status">
          <h2>
            {place(status.jurisdiction)}: <StateWord status={status.status} />
            {status.deciding ? null : <span className="label"> ({t('check.beside')})</span>}
          </h2>
          <ProofBody goods={goods} status={status} />
        </section>
      ))}
      <footer className="sheet-foot">{t('sheet.page')}</footer>
    </div>
  );
}

function SheetFact({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
