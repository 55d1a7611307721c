/**
 * How wide the letters of Arial are, in thousandths of their size: those of Helvetica, as Adobe's font metrics list them, which
 * Arial shares. A table, since a section is written on the reader's device, where no library of fonts should be sent for it.
 */
const plain = table({
  191: "'",
  222: 'ijl‘’‚',
  260: '|¦',
  278: ' !,./:;I[\\]ft\u00a0·ÌÍÎÏìíîï',
  333: '()-`r¡¨¯²³´¸¹ˆ˜“”„‹›',
  334: '{}',
  350: '•',
  355: '"',
  365: 'º',
  370: 'ª',
  389: '*',
  400: '°',
  469: '^',
  500: 'JcksvxyzçýÿšŸž',
  537: '¶',
  556: '#$0123456789?L_abdeghnopqu¢£¤¥§«µ»àáâãäåèéêëðñòóôõöùúûüþƒ–†‡€',
  584: '+<=>~¬±×÷',
  611: 'FTZ¿ßøŽ',
  667: '&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞŠ',
  722: 'CDHNRUwÇÐÑÙÚÛÜ',
  737: '©®',
  778: 'GOQÒÓÔÕÖØ',
  833: 'Mm',
  834: '¼½¾',
  889: '%æ',
  944: 'Wœ',
  1000: 'ÆŒ—…‰™',
  1015: '@',
});
const bold = table({
  238: "'",
  278: ' ,./I\\ijl\u00a0·ÌÍÎÏìíîï‘’‚',
  280: '|¦',
  333: '!()-:;[]`ft¡¨¯²³´¸¹ˆ˜‹›',
  350: '•',
  365: 'º',
  370: 'ª',
  389: '*r{}',
  400: '°',
  474: '"',
  500: 'zž“”„',
  556: '#$0123456789J_aceksvxy¢£¤¥§«¶»àáâãäåçèéêëýÿšŸƒ–†‡€',
  584: '+<=>^~¬±×÷',
  611: '?FLTZbdghnopquµ¿ßðñòóôõöøùúûüþŽ',
  667: 'EPSVXYÈÉÊËÝÞŠ',
  722: '&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜ',
  737: '©®',
  778: 'GOQwÒÓÔÕÖØ',
  833: 'M',
  834: '¼½¾',
  889: '%mæ',
  944: 'Wœ',
  975: '@',
  1000: 'ÆŒ—…‰™',
});

function table(lettersOf: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(lettersOf).flatMap(([width, letters]) =>
      [...letters].map((letter): [string, number] => [letter, Number(width)]),
    ),
  );
}

/** The width of a text at a size, in the unit of the size. A letter that the table does not know counts as a wide one. */
export function widthOf(text: string, size: number, isBold = false): number {
  const widths = isBold ? bold : plain;
  return ([...text].reduce((sum, letter) => sum + (widths.get(letter) ?? 1000), 0) * size) / 1000;
}
