import { h, render } from 'preact';
import type { CardContent } from '../model/card-content.ts';
import type { Language } from '../model/ids.ts';
import type { Act } from './act.ts';
import { Card } from './Card.tsx';
import './card-inner.css';
import { cardWords } from './words.ts';

/** Draws a card inside an extension page (the side panel), where nothing floats. Returns what takes it out again. */
export function mountCard(
  root: HTMLElement,
  content: CardContent,
  options: { readonly language: Language; readonly act: Act; readonly own: boolean },
): () => void {
  const words = cardWords(options.language);
  render(h(Card, { content, words, act: options.act, own: options.own, titleId: `card-${content.annotation}` }), root);
  return () => render(null, root);
}
