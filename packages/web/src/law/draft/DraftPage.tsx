import { useWords } from '../../i18n/use-words.ts';
import { PageHead } from '../../shell/PageHead.tsx';
import { AuthoritysView } from '../AuthoritysView.tsx';
import { LawNav } from '../LawNav.tsx';

export function DraftPage() {
  const { t } = useWords();
  return (
    <>
      <PageHead above={<LawNav />} title={t('views.nav.draft')} />
      <AuthoritysView>{null}</AuthoritysView>
    </>
  );
}
