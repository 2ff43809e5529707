/** What is the matter with a pack. */
export type PackDamage = 'not-a-pack' | 'other-kind' | 'other-version' | 'truncated' | 'oversize' | 'changed' | 'layout';

const CURE: Record<PackDamage, string> = {
  'not-a-pack': 'give the file that the build wrote (names.bin, records.bin)',
  'other-kind': 'names.bin and records.bin were exchanged: build again',
  'other-version': 'it was written by another version of the program: build again, or install the extension anew',
  truncated: 'the file was not written or copied whole: build again, or install the extension anew',
  oversize: 'a pack has at most 64 MiB: build again from a smaller dataset',
  changed: 'its bytes changed after it was written: build again, or install the extension anew',
  layout: 'it was written by a faulty program: build again, and report it',
};

/** A pack that cannot be used. Nothing of it was handed out. */
export class PackError extends Error {
  override readonly name = 'PackError';
  readonly damage: PackDamage;
  readonly cure: string;
  constructor(damage: PackDamage, what: string) {
    super(`${what}; ${CURE[damage]}`);
    this.damage = damage;
    this.cure = CURE[damage];
  }
}
