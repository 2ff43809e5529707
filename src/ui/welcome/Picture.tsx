import type { WelcomeWords } from './words.ts';

/** Values of the drawing, in millions of US dollars; the middle one is the page's. */
const DRAWN = [529.4, 556, 598.5] as const;
const at = (value: number) => `${10 + ((value - DRAWN[0]) / (DRAWN[2] - DRAWN[0])) * 80}%`;

/** A line of an article and the card under its figure: drawn, so that it speaks the reader's language and sharpens at any size. */
export function Picture({ words }: { readonly words: WelcomeWords }) {
  const { t } = words;
  const [before, between, after] = splitSample(t('sample'));
  return (
    <div class="picture" role="img" aria-label={t('picture')}>
      <p class="print" aria-hidden="true">
        {before}
        <span class="sample entity">{t('sample.a')}</span>
        {between[0]}
        <span class="sample entity">{t('sample.b')}</span>
        {between[1]}
        <span class="sample differs">{words.money(556e6, 'USD')}</span>
        {after}
      </p>
      <div class="card-drawn" aria-hidden="true">
        <p class="kick">{t('kind.figure')}</p>
        <p class="big">{words.money(556e6, 'USD')}</p>
        <p class="verdict">{t('verdict.between')}</p>
        <svg width="100%" height="58" aria-hidden="true" focusable="false">
          <line class="rail" x1="0" x2="100%" y1="30" y2="30" />
          {DRAWN.map((value) => (
            <g key={value} class={value === 556 ? 'here' : undefined}>
              <circle cx={at(value)} cy="30" r={value === 556 ? 7 : 5} />
              <text x={at(value)} y={value === 556 ? 14 : 54} text-anchor="middle">
                {value === 556 ? t('thisPage') : words.money(value * 1e6, 'USD')}
              </text>
            </g>
          ))}
        </svg>
      </div>
    </div>
  );
}

/** The sample sentence around its two names and its figure, whatever their order of words. */
function splitSample(sample: string): [string, [string, string], string] {
  const [before = '', rest = ''] = sample.split('{a}');
  const [between = '', more = ''] = rest.split('{b}');
  const [middle = '', after = ''] = more.split('{figure}');
  return [before, [between, middle], after];
}
