const PATHS = {
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.4 10.4 14 14',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  tick: 'M3 8.5 6.5 12 13 4.5',
  right: 'M6 3.5 10.5 8 6 12.5',
  left: 'M10 3.5 5.5 8l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  day: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.8v3M10.5 1.8v3',
  away: 'M6.5 3.5h-3v9h9v-3M9 2.5h4.5V7M13 3 7.5 8.5',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  take: 'M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11',
  warning: 'M8 2.2 14.4 13.3H1.6zM8 6.3v3.4M8 11.3v.6',
  help: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M6 6.3a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M8 11.2v.5',
  link: 'M6.8 9.2 9.2 6.8M7.2 4.6 8.8 3a2.9 2.9 0 0 1 4.2 4.2l-1.6 1.6M8.8 11.4 7.2 13A2.9 2.9 0 0 1 3 8.8l1.6-1.6',
  law: 'M3.5 2.5h7.2l1.8 1.8v9.2h-9zM5.8 6.3h4.6M5.8 8.6h4.6M5.8 10.9h2.8',
  check: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.4 10.4 14 14M5.2 7.1l1.3 1.3 2.4-2.6',
  screen: 'M2.5 3.5h8M2.5 8h4M2.5 12.5h3M10.4 7.4a2.9 2.9 0 1 0 0 5.8 2.9 2.9 0 0 0 0-5.8M12.6 12.5l1.6 1.6',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  go: 'M5 3.2v9.6L12.6 8z',
  stop: 'M4 4h8v8H4z',
  differ: 'M2.5 5h8M8 2.5 10.5 5 8 7.5M13.5 11h-8M8 8.5 5.5 11 8 13.5',
  columns: 'M2.5 3.5h11v9h-11zM6.2 3.5v9M9.8 3.5v9',
  place:
    'M8 14.2S3.3 9.9 3.3 6.5a4.7 4.7 0 0 1 9.4 0c0 3.4-4.7 7.7-4.7 7.7M8 8.1a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing of 16 px beside words; it never carries a meaning alone and is not read out. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
