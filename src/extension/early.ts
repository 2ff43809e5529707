/**
 * What a woken background needs first is asked for before the rest of it is evaluated: import this before anything else. Only the answers'
 * heads are waited for; a body that nobody takes is never read. A failure is nobody's here: who needs the file asks again and is told.
 */
const asked = new Map(['names.bin', 'outlets.json'].map((name) => [name, fetch(`/${name}`).catch(() => undefined)]));

/** The early answer for a file of the build, once; undefined where there is none. */
export async function earlyAnswer(name: string): Promise<Response | undefined> {
  const answer = asked.get(name);
  asked.delete(name);
  return answer;
}
