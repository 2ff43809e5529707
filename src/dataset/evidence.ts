import { z } from 'zod';
import type { Evidence, Reach } from '../model/entity.ts';
import type { EntityType } from '../model/ids.ts';
import { entityId, entityType, text } from './fields.ts';

/**
 * Evidence as people write it, one string each:
 *
 *     entity country/az                that entity is established anywhere on the page
 *     entity country/az in sentence    … in the same sentence (token, sentence, block, page)
 *     type region in block             one of that type
 *     country country/kz               one that belongs to that country
 *     word trade*                      the word; a final * stands for any ending
 *     before Minister / after Region   the neighbouring token
 *     outlet az / outlet outlet/trend  the page's outlet belongs to the country, or is that outlet
 *     lang tr                          the block's language
 *     full-name                        another, strong name of the same entity is on the page
 */
const REACH = / in (token|sentence|block|page)$/;

export const evidence = z
  .string('must be evidence, such as "word trade* in sentence"')
  .transform((written, context): Evidence => {
    const refuse = (message: string) => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    if (written === 'full-name') return { is: 'full-name' };
    const cut = written.indexOf(' ');
    const is = cut < 0 ? written : written.slice(0, cut);
    const rest = cut < 0 ? '' : written.slice(cut + 1);
    const reach = (REACH.exec(rest)?.[1] ?? 'page') as Reach;
    const what = rest.replace(REACH, '');
    const check = (schema: z.ZodType) => {
      const result = schema.safeParse(what);
      return result.success ? undefined : `"${what}" ${result.error.issues[0]?.message}`;
    };
    switch (is) {
      case 'entity':
      case 'country': {
        const slip = check(entityId);
        return slip ? refuse(slip) : { is, id: what as `${EntityType}/${string}`, reach };
      }
      case 'type': {
        const slip = check(entityType);
        return slip ? refuse(slip) : { is, type: what as EntityType, reach };
      }
      case 'word': {
        const slip = check(text(60));
        return slip ? refuse(slip) : { is, text: what, reach };
      }
      case 'before':
      case 'after':
      case 'outlet':
      case 'lang': {
        const slip = check(text(60));
        return slip ? refuse(slip) : { is, text: rest };
      }
    }
    return refuse(
      `"${written}" is no evidence: start with entity, type, country, word, before, after, outlet, lang, or write full-name`,
    );
  });
