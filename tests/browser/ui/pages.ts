/** An article of our own with marks as elements. The page is rude on purpose: it restyles every element and shrinks letters. */
export function cardPage(js: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Invented article</title>
<style>
html{font-size:6px} body{font:19px/1.65 serif;margin:24px auto;max-width:640px;padding:0 16px 1200px;background:Canvas;color:CanvasText}
dragoman-card{display:none!important;opacity:0!important;transform:scale(.2)!important;position:static!important}
button{font-size:40px;background:red}
[data-card]{text-decoration:underline dotted 2px;text-underline-offset:4px}
.v{writing-mode:vertical-rl;height:220px}
</style></head><body><main>
<h1>Trade with Exampleland grows, says a fictional analyst</h1>
<p>Trade between <span id="m1" tabindex="0" data-card="person">Yeraly Examplov</span> and his neighbours reached
<span id="m2" tabindex="0" data-card="figure">$556 million</span> in 2023, and <span id="m3" tabindex="0" data-card="route">the Middle Corridor, a name that is so long that it breaks over two lines</span> carried more.</p>
<p><span id="m4" tabindex="0" data-card="nothing">A name without a record</span> and <span id="m5" tabindex="0" data-card="slow">a slow one</span>.</p>
<p class="v"><span id="m6" tabindex="0" data-card="claim">vertical words</span> stand here</p>
</main>
<script>${js.replaceAll('</script', '<\\/script')}</script>
</body></html>`;
}

/** An extension page without an extension: the same shell as `entrypoints/<view>/index.html`. */
export function viewPage({ js, css }: { readonly js: string; readonly css: string }): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Dragoman</title>
<meta name="viewport" content="width=device-width"><style>${css}</style></head><body><div id="root"></div>
<script>${js.replaceAll('</script', '<\\/script')}</script></body></html>`;
}
