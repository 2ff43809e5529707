import { render } from 'preact';
import type { WelcomePort } from './port.ts';
import { Welcome } from './Welcome.tsx';
import './welcome.css';

export function mount(root: HTMLElement, port: WelcomePort): void {
  render(<Welcome port={port} />, root);
}
