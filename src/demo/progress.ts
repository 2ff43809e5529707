/** Says what goes on, with the time since the start, so that nobody wonders whether it hangs. */
export function makeProgress(write: (line: string) => void): (line: string) => void {
  const start = Date.now();
  return (line) => write(`[${((Date.now() - start) / 1000).toFixed(1).padStart(5)} s] ${line}`);
}
