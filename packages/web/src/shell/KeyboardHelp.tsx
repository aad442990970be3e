import { Drawer } from '../design/Drawer.tsx';
import { useWords } from '../i18n/use-words.ts';

/** What the keyboard does, on `?`. */
export function KeyboardHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const keys: readonly (readonly [readonly string[], string])[] = [
    [['/'], t('help.field')],
    [['?'], t('help.help')],
    [[t('help.key.escape')], t('help.close')],
    [['↑', '↓'], t('help.rows')],
    [[t('help.key.enter')], t('help.openRow')],
    [['←', '→'], t('help.drawer')],
    [['←', '→'], t('help.day')],
    [[t('help.key.shift'), '← →'], t('help.month')],
    [[t('help.key.pageUp'), t('help.key.pageDown')], t('help.year')],
    [['[', ']'], t('help.change')],
    [[t('help.key.shift'), t('help.key.enter')], t('help.lines')],
  ];
  return (
    <Drawer place="middle" title={t('help.title')} onClose={onClose}>
      <dl className="keys">
        {keys.map(([names, what]) => (
          <div key={what}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Drawer>
  );
}
