import { useState } from 'react';
import { Said } from '../check/Said.tsx';
import { announce } from '../design/announce.ts';
import { EngineRefusal } from '../engine/messages.ts';
import { useWords } from '../i18n/use-words.ts';
import { FileButton } from './DropZone.tsx';
import { compare } from './run.ts';
import { useScreenAddress } from './use-screen-address.ts';

/** Compares the run with a result that was saved earlier; shows then only what has changed. */
export function CompareButton() {
  const { t } = useWords();
  const change = useScreenAddress();
  const [state, setState] = useState<'idle' | 'comparing' | EngineRefusal>('idle');
  const start = async (file: File): Promise<void> => {
    setState('comparing');
    try {
      await compare(file, file.name);
      setState('idle');
      change((address) => ({ ...address, tab: 'differences' }));
    } catch (error) {
      if (!(error instanceof EngineRefusal)) throw error;
      setState(error);
      announce(t('screen.compareFailed'));
    }
  };
  return (
    <span className="compare" title={t('screen.compareMeans')}>
      <FileButton
        name={state === 'comparing' ? t('screen.comparing') : t('screen.compare')}
        disabled={state === 'comparing'}
        onFile={(file) => void start(file)}
      />
      {state instanceof EngineRefusal ? (
        <span className="compare-failed" role="alert">
          {t('screen.compareFailed')} <Said of={{ ...state.problem, text: state.problem.message }} />
        </span>
      ) : null}
    </span>
  );
}
