import { Link, useRouterState } from '@tanstack/react-router';
import { useWords } from '../i18n/use-words.ts';
import { PageHead } from './PageHead.tsx';
import { keepDay } from './keep-day.ts';

export function NotFound() {
  const { t } = useWords();
  const address = useRouterState({ select: (state) => state.location.pathname });
  return (
    <PageHead title={t('desk.notFoundTitle')} state={t('desk.notFoundText', { address })}>
      <Link to="/check" search={keepDay}>
        {t('desk.notFoundStep')}
      </Link>
    </PageHead>
  );
}
