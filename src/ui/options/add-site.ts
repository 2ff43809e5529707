/** The site that a reader means: a host name or a whole address, as the browser writes it (ASCII, lower case). Undefined when it is none. */
export function siteOfText(text: string): string | undefined {
  const address = text.trim();
  try {
    const { hostname, protocol } = new URL(/^[a-z]+:\/\//i.test(address) ? address : `https://${address}`);
    const host = hostname.replace(/^www\./, '').replace(/\.$/, '');
    return /^https?:$/.test(protocol) && (host.includes('.') || host === 'localhost') ? host : undefined;
  } catch {
    return undefined;
  }
}
