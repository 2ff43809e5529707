import { render } from 'preact';
import { Options } from './Options.tsx';
import './options.css';
import type { OptionsPort } from './port.ts';

export function mount(root: HTMLElement, port: OptionsPort): void {
  render(<Options port={port} />, root);
}
