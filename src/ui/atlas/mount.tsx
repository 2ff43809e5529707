import { render } from 'preact';
import { Atlas } from './Atlas.tsx';
import './atlas.css';
import type { AtlasPort } from './port.ts';

export function mount(root: HTMLElement, port: AtlasPort): void {
  render(<Atlas port={port} />, root);
}
