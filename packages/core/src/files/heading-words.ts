/**
 * Words by which the first row of a table is known to be its heading: what columns of catalogues, declarations and
 * stock lists are called in English, Chinese, Spanish, German and French. What a column holds is found by its content
 * later; here it is only told from a row of goods.
 */
const WORDS: ReadonlySet<string> = new Set(
  `smiles isosmiles canonicalsmiles isomericsmiles cxsmiles structure struct molecule mol molblock molfile ctab inchi
  inchikey stdinchi stdinchikey
  name names chemicalname productname product substance substancename compound compoundname compoundid iupacname
  commonname tradename goods goodsname item itemname material materialname article articlename ingredient component
  synonym synonyms title label
  cas casno casnumber casrn casregistrynumber casnr casnum registrynumber ec ecnumber einecs unnumber un
  hs hscode hsnumber tariff tariffcode commoditycode customscode htscode hts taric cncode
  quantity qty amount weight mass netweight grossweight volume count pack packsize packing packaging unit units uom
  concentration conc purity assay content strength percentage percent share
  description goodsdescription descriptionofgoods remarks remark comment comments note notes text
  id no nr number code sku catalog catalogno catalogue catalogueno cataloguenumber catalognumber cat catno ref
  reference lineno line row pos position index key
  price currency value cost supplier vendor manufacturer maker brand country origin destination customer consignee
  consignor shipper importer exporter lot batch batchno lotno date invoice formula molecularformula mw
  molecularweight grade stock status type category class
  名称 品名 商品名称 产品名称 货物名称 中文名 中文名称 英文名 英文名称 化学名 化学名称 物质名称 序号 编号 结构 结构式 分子式 分子量
  cas号 cas编号 hs编码 海关编码 商品编码 税号 税则号列 数量 重量 净重 毛重 单位 浓度 含量 纯度 描述 货物描述 备注 规格 型号 价格 供应商 产地
  nombre producto sustancia compuesto estructura cantidad peso pesoneto unidad concentración concentracion pureza
  descripción descripcion mercancía mercancia código codigo partida arancel fracción fraccion fracciónarancelaria
  número numero nocas númerocas numerocas observaciones proveedor precio país pais fecha lote
  stoff stoffname bezeichnung artikel artikelnummer menge einheit gewicht warennummer zolltarifnummer beschreibung
  preis lieferant land datum charge nummer
  nom produit désignation designation quantité quantite poids unité unite numéro fournisseur prix pays`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

const STRUCTURE_WORDS: ReadonlySet<string> = new Set(
  'smiles isosmiles canonicalsmiles isomericsmiles cxsmiles structure struct molecule mol estructura 结构 结构式'.split(
    ' ',
  ),
);

/** Whether a word heads a column of structures. */
export function isStructureWord(word: string): boolean {
  const plain = word.normalize('NFKC').toLowerCase();
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .concat(plain.replace(/[^\p{L}\p{N}]+/gu, ''))
    .some((part) => STRUCTURE_WORDS.has(part));
}

/** Words that stand beside them, and mean nothing alone; goods may have such words in their names. */
const BESIDE: ReadonlySet<string> = new Set(
  `net gross total unit of the and or de del la el los las du des le les n nº º no num in per kg g mg l ml usd eur
  chemical product trade common english chinese spanish local full short main iupac customs internal customer supplier
  stock list max min average molecular 1 2 3 4 5 de der die das und`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Whether a cell is a word that columns are called by; case, blanks and punctuation do not matter. */
export function isHeadingWord(cell: string): boolean {
  if (cell.length > 60) return false;
  const plain = cell.normalize('NFKC').toLowerCase();
  if (WORDS.has(plain.replace(/[^\p{L}\p{N}]+/gu, ''))) return true;
  const parts = plain
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  return parts.some((part) => WORDS.has(part)) && parts.every((part) => WORDS.has(part) || BESIDE.has(part));
}
