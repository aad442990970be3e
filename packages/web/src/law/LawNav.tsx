import { Link } from '@tanstack/react-router';
import { useWords } from '../i18n/use-words.ts';
import { keepDay } from '../shell/keep-day.ts';
import './law-nav.css';

/** The pages of the part Law, above the title of each. */
export function LawNav() {
  const { t } = useWords();
  const exact = { exact: true, includeSearch: false } as const;
  const within = { includeSearch: false } as const;
  return (
    <nav className="law-nav" aria-label={t('views.nav.label')}>
      <Link to="/law" search={keepDay} activeOptions={exact}>
        {t('views.nav.instruments')}
      </Link>
      <Link to="/law/gaps" search={keepDay} activeOptions={exact}>
        {t('views.nav.gaps')}
      </Link>
      <Link to="/law/changes" search={keepDay} activeOptions={exact}>
        {t('views.nav.changes')}
      </Link>
      <Link to="/law/classes" search={keepDay} activeOptions={within}>
        {t('views.nav.classes')}
      </Link>
      <Link to="/law/backlog" search={keepDay} activeOptions={exact}>
        {t('views.nav.backlog')}
      </Link>
      <Link to="/law/draft" search={keepDay} activeOptions={exact}>
        {t('views.nav.draft')}
      </Link>
    </nav>
  );
}
