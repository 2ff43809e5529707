/** Which browser this build is for. Alone in its file: scripts in pages need it, and must not bring the polyfill with it. */
export const isFirefox = import.meta.env.BROWSER === 'firefox';
