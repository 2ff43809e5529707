const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  'people=person men=man women=woman children=child feet=foot teeth=tooth geese=goose mice=mouse lives=life wives=wife knives=knife wolves=wolf halves=half loaves=loaf scarves=scarf hooves=hoof elves=elf axes=axe taxes=tax wharves=wharf dwarves=dwarf thieves=thief shelves=shelf leaves=leaf calves=calf criteria=criterion phenomena=phenomenon analyses=analysis crises=crisis theses=thesis bases=base hypotheses=hypothesis indices=index matrices=matrix vertices=vertex stimuli=stimulus alumni=alumnus nuclei=nucleus cacti=cactus data=data media=medium bacteria=bacterium potatoes=potato tomatoes=tomato heroes=hero echoes=echo movies=movie cookies=cookie pies=pie ties=tie zombies=zombie rookies=rookie selfies=selfie calories=calorie buses=bus viruses=virus campuses=campus bonuses=bonus statuses=status gases=gas houses=house causes=cause cases=case bases=base uses=use courses=course nurses=nurse horses=horse purchases=purchase releases=release increases=increase licenses=license licences=licence offenses=offense expenses=expense premises=premise enterprises=enterprise exercises=exercise franchises=franchise diseases=disease phrases=phrase roses=rose noses=nose leases=lease purposes=purpose responses=response races=race'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);
/** Plurals that look like singulars. */
const SAME = new Set(
  'aircraft means headquarters spacecraft hovercraft sheep fish deer cattle species series police staff personnel troops offspring salmon bison swine poultry crew livestock infantry cavalry percent dozen'.split(
    ' ',
  ),
);
const NOT_PLURAL = new Set(
  'this tennis paris iris chassis debris previs alas whereas perhaps always besides towards afterwards sometimes nowadays'.split(
    ' ',
  ),
);

/** "enterprises" → "enterprise", "fishermen" → "fisherman". */
export function singular(word: string): string {
  if (SAME.has(word)) return word;
  const known = IRREGULAR[word];
  if (known) return known;
  if (word.endsWith('men') && word.length > 5) return `${word.slice(0, -3)}man`;
  if (word.endsWith('women')) return `${word.slice(0, -5)}woman`;
  if (word.endsWith('people')) return `${word.slice(0, -'people'.length)}person`;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !/(?:ss|us|sis|xis)$/.test(word) ? word.slice(0, -1) : word;
}

/** Has the word the form of an English plural? */
export function isPlural(word: string): boolean {
  if (IRREGULAR[word] || SAME.has(word)) return true;
  if ((word.endsWith('men') && word.length > 5) || word.endsWith('people')) return true;
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|ous|sis|xis)$/.test(word) && !NOT_PLURAL.has(word);
}
