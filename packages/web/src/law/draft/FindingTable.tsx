import type { DraftFinding, DraftVerdict } from '@custody/core';
import { useMemo, useState } from 'react';
import { Structure } from '../../check/Structure.tsx';
import { DataTable, type TableColumn } from '../../design/DataTable.tsx';
import { Drawer } from '../../design/Drawer.tsx';
import { FilterField } from '../../design/FilterField.tsx';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { ZoneLegend } from '../../check/ZoneLegend.tsx';
import '../../check/proof-drawer.css';

/** A finding as a line: published, or a row of a catalogue. */
export interface FindingLine {
  readonly key: string;
  readonly name: string;
  /** SMILES to draw; blank where there is none. */
  readonly smiles: string;
  readonly kind: 'named' | 'example-in' | 'example-out' | 'row';
  readonly row: number | null;
  readonly finding: DraftFinding;
}

/** What the draft says of each structure, what the rule in force says, and whether they differ. A line opens its proof. */
export function FindingTable({
  lines,
  fileName,
  compared,
}: {
  readonly lines: readonly FindingLine[];
  readonly fileName: string;
  readonly compared: boolean;
}) {
  const words = useWords();
  const { t } = words;
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState<string | undefined>(undefined);
  const [open, setOpen] = useState<string | null>(null);
  const columns = useMemo(() => columnsFor(words, compared, setOpen), [words, compared]);
  const opened = lines.find(({ key }) => key === open);
  return (
    <>
      <div className="filters">
        <FilterField label={t('views.draft.filter')} text={filter} onText={setFilter} />
      </div>
      <DataTable
        caption={t('views.draft.run')}
        columns={columns}
        rows={lines}
        rowKey={keyOf}
        filter={filter}
        sort={sort}
        onSort={setSort}
        fileName={fileName}
        empty={<p className="nothing">{t('views.draft.none')}</p>}
      />
      {opened === undefined ? null : (
        <FindingDrawer
          line={opened}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </>
  );
}

const keyOf = ({ key }: FindingLine): string => key;

function FindingDrawer({ line, onClose }: { readonly line: FindingLine; readonly onClose: () => void }) {
  const { language } = useWords();
  const { finding, smiles } = line;
  // Atoms of a proof are those of the parent: of a salt or mixture they are not those of the text.
  const drawn = finding.proof !== null && !smiles.includes('.') ? { proof: finding.proof } : {};
  return (
    <Drawer title={line.name} onClose={onClose}>
      <div className="proof">
        <p>
          <Says verdict={finding.draft} /> {finding.inForce === null ? null : <Differs finding={finding} />}
        </p>
        {smiles === '' ? null : (
          <figure className="proof-drawing">
            <Structure smiles={smiles} name={line.name} {...drawn} />
            {finding.proof === null ? null : (
              <ul className="zone-legend">
                <ZoneLegend zones={finding.proof.zones} />
              </ul>
            )}
          </figure>
        )}
        {finding.doubts.map((doubt) => (
          <p key={doubt.code} className="class-doubt">
            {doubt.words[language]}
          </p>
        ))}
        {smiles === '' ? null : <code className="finding-smiles">{smiles}</code>}
      </div>
    </Drawer>
  );
}

function Says({ verdict }: { readonly verdict: DraftVerdict }) {
  const { t } = useWords();
  return <span className={`example-says example-${verdict}`}>{t(`views.draft.says.${verdict}`)}</span>;
}

function Differs({ finding }: { readonly finding: DraftFinding }) {
  const { t } = useWords();
  const { difference } = finding;
  return (
    <span className={difference === 'same' ? 'faint' : `differs differs-${difference}`}>
      {t(`views.draft.differs.${difference}`)}
    </span>
  );
}

function columnsFor(
  { t }: Words,
  compared: boolean,
  onOpen: (key: string) => void,
): readonly TableColumn<FindingLine>[] {
  const all: TableColumn<FindingLine>[] = [
    {
      id: 'name',
      header: t('views.draft.name'),
      value: ({ name }) => name,
      cell: ({ key, name }) => (
        <button
          type="button"
          className="link-button"
          aria-label={t('views.draft.open', { name })}
          onClick={() => {
            onOpen(key);
          }}
        >
          {name}
        </button>
      ),
      track: 'minmax(0, 2.4fr)',
      hide: 'never',
    },
    {
      id: 'kind',
      header: t('views.draft.kind'),
      value: ({ kind, row }) =>
        row === null ? t(`views.draft.kinds.${kind}`) : `${t('views.draft.kinds.row')} ${String(row)}`,
      track: 'minmax(0, 1.2fr)',
    },
    {
      id: 'draft',
      header: t('views.draft.draft'),
      value: ({ finding }) => t(`views.draft.says.${finding.draft}`),
      cell: ({ finding }) => <Says verdict={finding.draft} />,
      track: 'minmax(0, 1fr)',
    },
    {
      id: 'inForce',
      header: t('views.draft.inForce'),
      value: ({ finding }) => (finding.inForce === null ? '' : t(`views.draft.says.${finding.inForce}`)),
      track: 'minmax(0, 1fr)',
    },
    {
      id: 'difference',
      header: t('views.draft.difference'),
      value: ({ finding }) => t(`views.draft.differs.${finding.difference}`),
      cell: ({ finding }) => <Differs finding={finding} />,
      track: 'minmax(0, 1.2fr)',
    },
    {
      id: 'smiles',
      header: 'SMILES',
      value: ({ smiles }) => smiles,
      track: 'minmax(0, 2fr)',
      hide: 'first',
    },
  ];
  return compared ? all : all.filter(({ id }) => id !== 'inForce' && id !== 'difference');
}
