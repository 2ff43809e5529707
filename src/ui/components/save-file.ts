/** Offers a text as a download, from an extension page. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun in this turn; the address is kept a moment for browsers that read it later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
