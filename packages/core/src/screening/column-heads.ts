import type { Role } from './screened-row.ts';

/**
 * Words in the head of a column that say what it holds, in English, Chinese, Spanish and the languages of the names we
 * keep. A head is a hint: the cells decide where they speak.
 */
const HEADS: Readonly<Record<Role, RegExp>> = {
  structure:
    /smiles|\bstructure|molecule|\bmol ?(?:file|block)?\b|\binchi\b|inchi ?key|\bctab\b|结构|分子式结构|estructura|struktur/i,
  cas: /\bcas\b|cas ?(?:rn|no|nr|number|registry|号|编号|登记号)|casrn|登记号|化学文摘/i,
  hs: /\bh\.?s\.?n?\b|\bhs ?(?:code|no)|harmoni[sz]ed|\bhts(?:us)?\b|tariff|taric|\bncm\b|commodity code|customs code|fracci[oó]n|partida|arancel|税号|税则|稅則|海关编码|海關編碼|商品编码|商品編碼|商品编号|zolltarif/i,
  concentration:
    /concentra|\bconc\b|purity|assay|strength|\bpureza\b|riqueza|content ?%|% ?(?:w\/w|v\/v|wt)|\bwt ?%|浓度|濃度|含量|纯度|純度|质量分数/i,
  quantity:
    /quantit|\bqty\b|\bqnty\b|amount|\bweight\b|\bnet ?(?:wt|weight|mass)|\bmass\b|\bvolume\b|cantidad|\bpeso\b|\bcant\b|数量|數量|净重|淨重|重量|件数|menge/i,
  description:
    /descri(?:ption|pci[oó]n)|\bdesc\b|details?\b|goods? (?:text|description)|remarks?|particulars|mercanc[ií]a|货物描述|貨物描述|描述|货名描述|说明|說明|规格|備註|备注|beschreibung/i,
  name: /\bname\b|product|compound|substance|chemical|material|\bitem\b|goods|article|ingredient|synonym|\binn\b|\biupac\b|nombre|producto|sustancia|qu[ií]mico|art[ií]culo|denominaci[oó]n|品名|名称|名稱|产品|產品|货品|貨品|货物|貨物|商品|化学品|中文名|英文名|物质|bezeichnung|stoff/i,
};

/** Heads of names of something else than the goods: of the firm, the person, the file. */
const OTHER_NAMES =
  /supplier|vendor|seller|buyer|consignee|consignor|shipper|customer|client|company|firm|manufacturer|maker|brand|contact|person|file ?name|user ?name|country|city|address|port|vessel|carrier|proveedor|cliente|empresa|fabricante|pa[ií]s|ciudad|direcci[oó]n|puerto|供应商|客户|公司|厂家|厂商|生产商|收货人|发货人|国家|地址|港|品牌|联系人/i;

/** Heads that are of no role, though their cells may look like one: running numbers, prices, dates, codes of the firm. */
const NO_ROLE =
  /\bid\b|\bids\b|identifier|catalog(?:ue)? ?(?:no|nr|number|code|#)|\bsku\b|\bref\b|reference|^code$|product code|item (?:no|code|number)|\bb\/?l\b|bill of lading|\bawb\b|container|货号|貨號|编码|型号|提单|^(?:#|no\.?|nr\.?|row|line|id|index|序号|编号|行号|núm\.?|n[º°])$|price|cost|value|\busd\b|\beur\b|currency|date|invoice|order|\bbatch\b|\blot\b|phone|e-?mail|\burl\b|web|precio|valor|fecha|factura|lote|价格|單價|单价|金额|日期|批号|电话|邮箱|网址|发票|formula|分子式|分子量|\bm\.?w\.?\b|molecular (?:weight|formula|mass)|mol ?wt|f[oó]rmula|\blogp\b|\bec ?(?:no|number)?\b|einecs/i;

/** Roles the head of a column speaks of, the most specific first. */
export function rolesOfHead(head: string): readonly Role[] {
  const words = head
    .normalize('NFKC')
    .replace(/[_]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .trim();
  if (NO_ROLE.test(words) && !HEADS.structure.test(words) && !HEADS.cas.test(words) && !HEADS.hs.test(words))
    return [];
  const found = (Object.keys(HEADS) as Role[]).filter((role) => HEADS[role].test(words));
  return OTHER_NAMES.test(words) ? found.filter((role) => role !== 'name' && role !== 'description') : found;
}

/** Of two columns of structures the one that says it keeps the stereochemistry tells more. */
export function keepsStereo(head: string): boolean {
  return /isomeric|\biso[ _]?smiles/i.test(head);
}

/** True for a head that says the column is of something else than the goods. */
export function isOtherHead(head: string): boolean {
  const words = head.normalize('NFKC').replace(/[_]+/g, ' ').trim();
  return rolesOfHead(head).length === 0 && (NO_ROLE.test(words) || OTHER_NAMES.test(words));
}
