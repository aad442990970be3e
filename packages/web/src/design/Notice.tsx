import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import './states.css';

/** Something the reader must know before trusting what follows. */
export function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <div className="notice" role="note">
      <Icon name="warning" />
      <div className="notice-body">{children}</div>
    </div>
  );
}
