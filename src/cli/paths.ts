import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
/** The curated dataset, as people edit it. */
export const DATASET_DIR = resolve(ROOT, 'assets/dataset');
/** Packs by the hash of what they are built from, so that a later run starts quickly. May be deleted at any time. */
export const CACHE_DIR = resolve(ROOT, '.output/cache');
/** Drafts of ingested articles, until a person has decided them. */
export const DRAFTS_DIR = resolve(ROOT, 'drafts');
