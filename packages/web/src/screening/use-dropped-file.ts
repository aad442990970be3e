import { useEffect, useState } from 'react';

/** Takes a file dropped anywhere on the page, or pasted; true while one is held over it. */
export function useDroppedFile(take: (file: File) => void, takeText: (text: string) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const hold = (step: number) => (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      depth = Math.max(0, depth + step);
      setOver(depth > 0);
    };
    const entered = hold(1);
    const left = hold(-1);
    const held = (event: DragEvent): void => {
      if (hasFile(event)) event.preventDefault();
    };
    const dropped = (event: DragEvent): void => {
      if (!hasFile(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) take(file);
    };
    const pasted = (event: ClipboardEvent): void => {
      if ((event.target as HTMLElement).closest('input, textarea, select') !== null) return;
      const file = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (file !== undefined) take(file);
      else if (text.trim() !== '') takeText(text);
    };
    document.addEventListener('dragenter', entered);
    document.addEventListener('dragleave', left);
    document.addEventListener('dragover', held);
    document.addEventListener('drop', dropped);
    document.addEventListener('paste', pasted);
    return () => {
      document.removeEventListener('dragenter', entered);
      document.removeEventListener('dragleave', left);
      document.removeEventListener('dragover', held);
      document.removeEventListener('drop', dropped);
      document.removeEventListener('paste', pasted);
    };
  }, [take, takeText]);
  return over;
}
