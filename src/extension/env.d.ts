interface ImportMeta {
  readonly env: { readonly BROWSER: 'chrome' | 'firefox' };
}
