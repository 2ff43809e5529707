import type { Mention, Sense } from './link-mentions.ts';

/**
 * Is the name only a part of a longer one that the dataset doesn't know? There is no city in "Air Astana", no man in "Heydar Aliyev Center",
 * and "Farid Aliyev" is not the Aliyev of the dataset. Neighbours in capitals tell; in headlines in title case nothing does.
 */
export function partOfLonger(mention: Mention, { name }: Sense): boolean {
  const { touches, ending } = mention.candidate;
  const place = name.type === 'country' || name.type === 'region' || name.type === 'city';
  if (place && mention.introduced) return true;
  if (!touches) return false;
  // "Kazakh Foreign Ministry" is of Kazakhstan; "Eurasian Patent Office" is just a name.
  const before = touches !== 'after';
  if (name.kind === 'demonym')
    return name.type === 'region' ? touches !== 'before' : weakPeople(mention, name.strength) && before;
  // A case ending closes a name: in «президенту Казахстана Иванову» nothing longer goes on.
  const after = touches !== 'before' && ending === undefined;
  const alone = name.tokenCount === 1;
  switch (name.type) {
    case 'person':
      return (alone && before) || after;
    case 'country':
    case 'region':
    case 'city':
      return alone && (after || (before && mention.lang === 'en'));
    // "KTZ Express" is another company.
    case 'company':
      return alone && after;
    case 'outlet':
    case 'brand':
      return name.strength === 'weak' && alone && (before || after);
    default:
      return name.strength === 'weak' && alone && before;
  }
}

/** Where a people's name is a family name too ("Dursun Özbek"), the given name before it decides. English writes peoples with a capital and another end. */
const weakPeople = ({ lang }: Mention, strength: 'strong' | 'weak') => strength === 'weak' && lang !== 'en';
