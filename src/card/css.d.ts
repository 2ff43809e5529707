/** The card's style travels as text: a shadow root adopts it, the page never sees it. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
