import { useNavigate, useSearch } from '@tanstack/react-router';
import { NarrowingChoice } from '../check/Narrowing.tsx';

/** Jurisdictions and transaction, as in Check; quantities stand in the list itself. */
export function ScreenNarrowing() {
  const address = useSearch({ from: '/screen' });
  const navigate = useNavigate();
  return (
    <NarrowingChoice
      address={address}
      quantity={false}
      onChange={(change) => {
        void navigate({
          to: '/screen',
          search: ({ in: places, activity, from, to, ...rest }) => {
            const { quantity: _, ...narrowed } = change({
              ...(places === undefined ? {} : { in: places }),
              ...(activity === undefined ? {} : { activity }),
              ...(from === undefined ? {} : { from }),
              ...(to === undefined ? {} : { to }),
            });
            return { ...rest, ...narrowed };
          },
          replace: true,
          resetScroll: false,
        });
      }}
    />
  );
}
