import { render } from 'preact';
import { Panel } from './Panel.tsx';
import './panel.css';
import type { PanelPort } from './port.ts';

export function mount(root: HTMLElement, port: PanelPort): void {
  render(<Panel port={port} />, root);
}
