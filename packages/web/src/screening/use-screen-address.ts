import { useNavigate } from '@tanstack/react-router';
import type { ScreenAddress } from '../shell/address.ts';

/** Changes what stands in the address of Screen: its filters, the line that is open. */
export function useScreenAddress(): (change: (address: ScreenAddress) => ScreenAddress) => void {
  const navigate = useNavigate();
  return (change) => {
    void navigate({ to: '/screen', search: change, replace: true, resetScroll: false });
  };
}
