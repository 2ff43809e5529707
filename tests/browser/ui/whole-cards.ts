import { openCached } from '../../../src/cli/cached-packs.ts';
import { DATASET_DIR } from '../../../src/cli/paths.ts';
import { openNamesPack } from '../../../src/dataset/open-names-pack.ts';
import { openRecordsPack } from '../../../src/dataset/open-records-pack.ts';
import type { Annotation } from '../../../src/model/annotation.ts';
import type { CardContent } from '../../../src/model/card-content.ts';
import type { Language } from '../../../src/model/ids.ts';
import { cardContent } from '../../../src/present/card.ts';
import { annotate } from '../../../src/resolve/annotate.ts';

/** Sentences of our own that bring up one card each; `pick` is printed in them. Long names, many values, a unit that does not fit. */
export const SENTENCES: readonly {
  readonly name: string;
  readonly date: string;
  readonly text: string;
  readonly pick: string;
}[] = [
  {
    name: 'values',
    date: '2024-12-10',
    text: 'Trade turnover between Kazakhstan and Azerbaijan reached $556 million in 2023, a fictional analyst said.',
    pick: '$556 million',
  },
  {
    name: 'target',
    date: '2024-12-10',
    text: 'Kazakhstan and Azerbaijan want to bring trade turnover between the two countries to $1 billion by 2030.',
    pick: '$1 billion',
  },
  {
    name: 'unit',
    date: '2025-11-05',
    text: 'The volume of cargo carried along the Trans-Caspian International Transport Route amounted to $4.5 million in 2024.',
    pick: '$4.5 million',
  },
  {
    name: 'cargo',
    date: '2025-02-05',
    text: 'Cargo along the Trans-Caspian International Transport Route grew to 4.5 million tonnes in 2024.',
    pick: '4.5 million tonnes',
  },
  { name: 'president', date: '2024-12-10', text: 'Kassym-Jomart Tokayev spoke in Astana.', pick: 'Kassym-Jomart Tokayev' },
  {
    name: 'country',
    date: '2024-12-10',
    text: 'Trade between Kazakhstan and Azerbaijan is growing, said the organisers.',
    pick: 'Kazakhstan',
  },
  {
    name: 'corridor',
    date: '2024-12-10',
    text: 'Goods travel along the Trans-Caspian International Transport Route.',
    pick: 'Trans-Caspian International Transport Route',
  },
  {
    name: 'bloc',
    date: '2024-12-10',
    text: 'The Organization of Turkic States met in autumn.',
    pick: 'Organization of Turkic States',
  },
  { name: 'outlet', date: '2024-12-10', text: 'The agency Kazinform wrote about it.', pick: 'Kazinform' },
];

let opened: { reader: ReturnType<typeof openNamesPack>; records: ReturnType<typeof openRecordsPack> } | undefined;
function packs() {
  opened ??= {
    reader: openCached(DATASET_DIR, 'names', openNamesPack),
    records: openCached(DATASET_DIR, 'records', openRecordsPack),
  };
  return opened;
}

/** The content of the sentence's card in a language, as the background gives it: through JSON, as messages go. */
export function contentOf(name: string, language: Language): CardContent {
  const { date, text, pick } = SENTENCES.find((one) => one.name === name)!;
  const { reader, records } = packs();
  const facts = { date, lang: 'en' };
  const blocks = [{ id: 'b', text, role: 'body' as const, section: 0, article: 0, lang: 'en' }];
  const { annotations } = annotate({ facts, blocks }, reader);
  const annotation = annotations.find((one: Annotation) => one.surface.includes(pick));
  if (!annotation) throw new Error(`"${pick}" was not understood in "${text}"`);
  const content = cardContent(annotation, { facts, knowledge: reader.knowledge, records, language, annotations });
  return JSON.parse(JSON.stringify(content)) as CardContent;
}
