/** Text of an HTML file in the encoding that it declares (byte order mark, then `charset`), else UTF-8. Its root element is there afterwards. */
export function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const bom =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  let html: string;
  try {
    html = new TextDecoder(bom ?? declared ?? 'utf-8').decode(bytes);
  } catch {
    html = new TextDecoder().decode(bytes);
  }
  // linkedom keeps a root only where the file writes one.
  return /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
}
