import { render } from 'preact';
import { Popup } from './Popup.tsx';
import './popup.css';
import type { PopupPort } from './port.ts';

export function mount(root: HTMLElement, port: PopupPort): void {
  render(<Popup port={port} />, root);
}
